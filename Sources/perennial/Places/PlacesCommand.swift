import ArgumentParser
import Connectors
import Facts
import Shop

/// `perennial places`: where postal codes are.
struct PlacesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "places", abstract: "Give the shop the places of postal codes, by which segments measure distances.",
        subcommands: [Show.self, Load.self])

    /// `perennial places show`.
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print how many postal codes are known of each country, or all of them as CSV.",
            discussion: "Works while the server runs. The CSV can be loaded again, and is the table postal_codes of definitions as SQL.")

        @OptionGroup var folder: DataFolderFlag

        @Flag(help: "Write the codes themselves as CSV: country,postal_code,latitude,longitude.")
        var csv = false

        func run() async throws {
            let progress = Progress()
            try await OpenShop.with(folder, beside: true, progress) { shop in
                progress.end()
                let places = shop.postalPlaces
                if csv { return Self.write(places) }
                guard places.count > 0 else { return say("No postal codes are known. perennial places load takes a file of them.") }
                print(aligned([["country", "postal codes"]] + places.codes.map { [$0, grouped(places.count(of: $0))] }))
            }
        }

        private static func write(_ places: PostalPlaces) {
            print("country,postal_code,latitude,longitude")
            for country in places.codes {
                for (code, at) in places.places(of: country) { print("\(country),\(code),\(at.latitude),\(at.longitude)") }
            }
        }
    }

    /// `perennial places load`.
    struct Load: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take the postal codes of a file in place of those that are known of its countries.",
            discussion: """
                The file is one of download.geonames.org/export/zip, unpacked: GeoNames' postal codes, under the licence CC BY 4.0. Or CSV with the \
                columns country,postal_code,latitude,longitude. The server must be stopped.
                """)

        @OptionGroup var folder: DataFolderFlag

        @Argument(help: "The file of postal codes; - reads standard input.")
        var file: String

        @Option(help: ArgumentHelp("Take this country alone, such as FR; may be repeated.", valueName: "code"))
        var country: [String] = []

        func run() async throws {
            try folder.requireShop()
            let places: PostalPlaces
            do throws(ReadingError) {
                places = try PostalPlaces.read(path: file, countries: Swift.Set(country.map { $0.uppercased() }))
            } catch {
                throw error.exit
            }
            let progress = Progress()
            try await OpenShop.with(folder, progress) { shop in
                try await shop.load(places, by: OpenShop.who)
                progress.end()
                let countries = counted(places.codes.count, "country", "countries")
                say("Loaded    \(counted(places.count, "postal code", "postal codes")) of \(countries).")
            }
        }
    }
}
