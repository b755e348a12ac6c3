import Shop

/// What Klaviyo has no word for, in the same style: everything under /api/perennial.
struct PerennialRoutes: RouteGroup {
    let shop: Shop

    var routes: [Route] {
        let groups: [any RouteGroup] = [
            EligibilityRoutes(shop: shop), ModelRoutes(shop: shop), RefitRoutes(shop: shop), ProfilePredictionRoutes(shop: shop),
            DriftRoutes(shop: shop), IntakeHealthRoutes(shop: shop), SettingsRoutes(shop: shop),
            ExchangeRateRoutes(shop: shop), AuditRoutes(shop: shop),
            ConfirmationRoutes(shop: shop), ExportScheduleRoutes(shop: shop),
            GroupFigureRoutes(shop: shop), GroupComparisonRoutes(shop: shop),
            SegmentPreviewRoutes(shop: shop), SegmentExplanationRoutes(shop: shop),
            ReadyMadeSegmentRoutes(shop: shop), CustomMetricReportRoutes(shop: shop), OrdersChangeRoutes(shop: shop),
            OrderValueRoutes(shop: shop), LaterValueRoutes(shop: shop), RFMRoutes(shop: shop), ProfileRFMRoutes(shop: shop),
            RFMSettingsRoutes(shop: shop), RFMModelRoutes(shop: shop),
        ]
        return groups.flatMap(\.routes)
    }
}
