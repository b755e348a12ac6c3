import JSON
import Population
import Segments
import Shop

extension BodyReader {
    /// Reads a definition of a segment; what is wrong with it is said with its place in the request.
    func condition() throws(APIError) -> Condition {
        do throws(SegmentFaults) {
            return try Condition(definition: value)
        } catch {
            throw APIError(error, in: pointer)
        }
    }
}

extension APIError {
    /// What is wrong with a definition that stands at a place of the request.
    init(_ faults: SegmentFaults, in pointer: String) {
        self = .invalid(faults.list.map { ErrorObject(.invalid, $0.detail, at: .pointer(pointer + $0.pointer)) })
    }
}

extension Shop {
    /// Makes a definition ready; what it names that is not there is said with its place in the request.
    func checkedPlan(_ condition: Condition, _ definition: BodyReader) throws(APIError) -> SegmentPlan {
        do throws(SegmentFaults) {
            return try plan(condition, at: condition.places(in: definition.value))
        } catch {
            throw APIError(error, in: definition.pointer)
        }
    }
}
