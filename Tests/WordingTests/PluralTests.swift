import Testing
import Wording
