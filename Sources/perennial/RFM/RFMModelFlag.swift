import ArgumentParser
import Facts
import Segments
import Shop

/// Which RFM model is meant.
struct RFMModelFlag: ParsableArguments {
    @Option(help: ArgumentHelp("The id or name of an RFM model; by default the default one.", valueName: "model"))
    var model: String?

    /// The model that is meant.
    ///
    /// - Throws: an exit, with words, where there is none.
    func find(in shop: Shop) throws -> RFMModelEntry {
        try model.map { try shop.rfmModel(named: $0) } ?? shop.shownRFMModel
    }
}

extension Shop {
    /// The RFM model of an id or a name.
    ///
    /// - Throws: an exit, with words, where there is none.
    func rfmModel(named name: String) throws -> RFMModelEntry {
        if let model = rfmModel(called: name) { return model }
        throw failure(.noInput, "There is no RFM model \(visible(name)).\(NearestNames.advice(name, among: rfmModels.map(\.name)))")
    }
}
