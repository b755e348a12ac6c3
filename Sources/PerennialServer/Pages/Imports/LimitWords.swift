import Shop
import Wording

extension Words {
    /// What the shop has no room for. Names in it are from outside: the text is shown as such.
    func noRoom(for limit: ShopLimit) -> String {
        switch limit {
        case .metrics(let most, let name): noRoomForMetric(name, most: most)
        case .profiles: noRoomForProfile
        case .properties(let most, let name): noRoomForProperty(name, most: most)
        case .propertiesFromBrowsers(let most, let name): noRoomForBrowsersProperty(name, most: most)
        case .propertyValues(let most): noRoomForValues(mostBytes: most)
        case .propertyList(let bytes, let most): noRoomInList(bytes: bytes, mostBytes: most)
        }
    }
}
