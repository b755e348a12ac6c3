import Markup
import Shop
import Wording

extension Words {
    /// What the shop has no room for. Names in it are from outside.
    func noRoom(for limit: ShopLimit) -> String {
        switch limit {
        case .metrics(let most, let name): noRoomForMetric(shown(name), most: most)
        case .profiles: noRoomForProfile
        case .properties(let most, let name): noRoomForProperty(shown(name), most: most)
        case .propertiesFromBrowsers(let most, let name): noRoomForBrowsersProperty(shown(name), most: most)
        case .propertyValues(let most): noRoomForValues(mostBytes: most)
        case .propertyList(let bytes, let most): noRoomInList(bytes: bytes, mostBytes: most)
        }
    }

    private func shown(_ name: String) -> String { OutsideText(name, longest: 100).shown }
}
