import CustomerValue
import Reports
package import Shop
package import Wording

extension ReadyMadeSegment {
    /// What it is called.
    package var title: Phrase {
        switch self {
        case .mondayList: Phrase.ReadyMade.mondayList
        case .overdue: Phrase.ReadyMade.overdue
        case .slippingVIPs: Phrase.ReadyMade.slippingVIPs
        case .vips: Phrase.ReadyMade.vips
        case .highTotalCLV: Phrase.ReadyMade.highTotalCLV
        case .likelyToSpend: Phrase.ReadyMade.likelyToSpend
        case .lowPredictedCLV: Phrase.ReadyMade.lowPredictedCLV
        case .lowPredictedCLVEngaged: Phrase.ReadyMade.lowPredictedCLVEngaged
        case .belowOneOrder: Phrase.ReadyMade.belowOneOrder
        case .engagedSubscribers: Phrase.ReadyMade.engagedSubscribers
        case .premiumOrders: Phrase.ReadyMade.premiumOrders
        case .standardOrders: Phrase.ReadyMade.standardOrders
        case .lowOrders: Phrase.ReadyMade.lowOrders
        case .ordersInTotal: Phrase.ReadyMade.ordersInTotal
        case .premiumRegulars: Phrase.ReadyMade.premiumRegulars
        case .premiumQuiet: Phrase.ReadyMade.premiumQuiet
        case .lowRegulars: Phrase.ReadyMade.lowRegulars
        case .clvHigh: Phrase.ReadyMade.clvHigh
        case .clvModerate: Phrase.ReadyMade.clvModerate
        case .clvLow: Phrase.ReadyMade.clvLow
        case .likelihoodHigh: Phrase.ReadyMade.likelihoodHigh
        case .likelihoodModerate: Phrase.ReadyMade.likelihoodModerate
        case .likelihoodLow: Phrase.ReadyMade.likelihoodLow
        case .newCustomers: Phrase.ReadyMade.newCustomers
        case .neverPurchased: Phrase.ReadyMade.neverPurchased
        case .potentialCustomers: Phrase.ReadyMade.potentialCustomers
        case .recentCustomers: Phrase.ReadyMade.recentCustomers
        case .firstTimeCustomers: Phrase.ReadyMade.firstTimeCustomers
        case .firstOrderFollowUp: Phrase.ReadyMade.firstOrderFollowUp
        case .repeatCustomers: Phrase.ReadyMade.repeatCustomers
        case .lapsedCustomers: Phrase.ReadyMade.lapsedCustomers
        case .champions: RFMGroup.champions.phrase
        case .loyal: RFMGroup.loyal.phrase
        case .recent: RFMGroup.recent.phrase
        case .needsAttention: RFMGroup.needsAttention.phrase
        case .atRisk: RFMGroup.atRisk.phrase
        case .inactive: RFMGroup.inactive.phrase
        }
    }

    /// What it is for, in a sentence.
    package var purpose: Phrase {
        switch self {
        case .mondayList: Phrase.ReadyMade.mondayListPurpose
        case .overdue: Phrase.ReadyMade.overduePurpose
        case .slippingVIPs: Phrase.ReadyMade.slippingVIPsPurpose
        case .vips: Phrase.ReadyMade.vipsPurpose
        case .highTotalCLV: Phrase.ReadyMade.highTotalCLVPurpose
        case .likelyToSpend: Phrase.ReadyMade.likelyToSpendPurpose
        case .lowPredictedCLV: Phrase.ReadyMade.lowPredictedCLVPurpose
        case .lowPredictedCLVEngaged: Phrase.ReadyMade.lowPredictedCLVEngagedPurpose
        case .belowOneOrder: Phrase.ReadyMade.belowOneOrderPurpose
        case .engagedSubscribers: Phrase.ReadyMade.engagedSubscribersPurpose
        case .premiumOrders: Phrase.ReadyMade.premiumOrdersPurpose
        case .standardOrders: Phrase.ReadyMade.standardOrdersPurpose
        case .lowOrders: Phrase.ReadyMade.lowOrdersPurpose
        case .ordersInTotal: Phrase.ReadyMade.ordersInTotalPurpose
        case .premiumRegulars: Phrase.ReadyMade.premiumRegularsPurpose
        case .premiumQuiet: Phrase.ReadyMade.premiumQuietPurpose
        case .lowRegulars: Phrase.ReadyMade.lowRegularsPurpose
        case .clvHigh: Phrase.ReadyMade.clvHighPurpose
        case .clvModerate: Phrase.ReadyMade.clvModeratePurpose
        case .clvLow: Phrase.ReadyMade.clvLowPurpose
        case .likelihoodHigh: Phrase.ReadyMade.likelihoodHighPurpose
        case .likelihoodModerate: Phrase.ReadyMade.likelihoodModeratePurpose
        case .likelihoodLow: Phrase.ReadyMade.likelihoodLowPurpose
        case .newCustomers: Phrase.ReadyMade.newCustomersPurpose
        case .neverPurchased: Phrase.ReadyMade.neverPurchasedPurpose
        case .potentialCustomers: Phrase.ReadyMade.potentialCustomersPurpose
        case .recentCustomers: Phrase.ReadyMade.recentCustomersPurpose
        case .firstTimeCustomers: Phrase.ReadyMade.firstTimeCustomersPurpose
        case .firstOrderFollowUp: Phrase.ReadyMade.firstOrderFollowUpPurpose
        case .repeatCustomers: Phrase.ReadyMade.repeatCustomersPurpose
        case .lapsedCustomers: Phrase.ReadyMade.lapsedCustomersPurpose
        case .champions: RFMGroup.champions.advice
        case .loyal: RFMGroup.loyal.advice
        case .recent: RFMGroup.recent.advice
        case .needsAttention: RFMGroup.needsAttention.advice
        case .atRisk: RFMGroup.atRisk.advice
        case .inactive: RFMGroup.inactive.advice
        }
    }
}

extension ReadyMadeSegment.Need {
    /// That it is not there, in a sentence.
    package var lack: Phrase {
        switch self {
        case .orders: Phrase.ReadyMade.needsOrders
        case .predictions: Phrase.ReadyMade.needsPredictions
        case .list: Phrase.ReadyMade.needsList
        case .emailOpens: Phrase.ReadyMade.needsEmailOpens
        }
    }
}
