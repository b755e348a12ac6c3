import Foundation

/// A point on the earth, in degrees.
public struct Coordinates: Sendable, Hashable {
    /// North of the equator; negative south of it.
    public var latitude: Double
    /// East of Greenwich; negative west of it.
    public var longitude: Double

    /// A point; `nil` for what is none.
    public init?(latitude: Double, longitude: Double) {
        guard latitude.magnitude <= 90, longitude.magnitude <= 180 else { return nil }
        self.latitude = latitude
        self.longitude = longitude
    }

    /// The mean radius of the earth, as the IUGG defines it.
    package static let earthKilometers = 6_371.008_8

    /// The way to another point over a ball as large as the earth, in kilometres, by the haversine formula: at most half a hundredth wrong, as the
    /// earth is flattened.
    public func kilometers(to other: Coordinates) -> Double {
        let radians = Double.pi / 180
        let latitudes = sin((other.latitude - latitude) * radians / 2)
        let longitudes = sin((other.longitude - longitude) * radians / 2)
        let both = cos(latitude * radians) * cos(other.latitude * radians)
        let haversine = latitudes * latitudes + both * longitudes * longitudes
        return 2 * Self.earthKilometers * asin(min(1, haversine.squareRoot()))
    }
}
