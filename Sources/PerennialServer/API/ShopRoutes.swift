import Shop

/// Everything that the interface offers of a shop.
enum ShopRoutes {
    /// The endpoints.
    static func groups(_ shop: Shop) -> [any RouteGroup] {
        [ProfileRoutes(shop: shop)]
    }

    /// The kinds of jobs that endpoints give to the shop: to be registered before its jobs are started.
    static func jobKinds(_ shop: Shop) -> [JobKind] { [] }
}
