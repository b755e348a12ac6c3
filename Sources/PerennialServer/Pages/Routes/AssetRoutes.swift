import HTTPTypes
import Markup

/// The files that pages fetch.
struct AssetRoutes: RouteGroup {
    var routes: [Route] {
        PageAsset.all.map { asset in
            Route(
                .get, asset.path.text, "Asset", access: .open, query: .anything, answers: [.other(.ok, mediaType: asset.mediaType)],
                isHidden: true
            ) { _ in
                var response = APIResponse(.ok, text: asset.text, mediaType: asset.mediaType)
                response.headers[.cacheControl] = PageAsset.cacheControl
                return response
            }
        }
    }
}
