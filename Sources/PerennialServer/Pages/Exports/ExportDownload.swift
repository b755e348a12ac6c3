import Facts
import HTTPTypes
import Journal
import Markup
import Shop

/// A file of people as whoever fetches it opens it: named by whom it is of and the day, and unpacked by the browser on its way.
enum ExportDownload {
    /// The answer; `nil` where the file is gone.
    ///
    /// - Parameters:
    ///   - job: that wrote it.
    ///   - name: whom it is of, as people call them.
    static func response(_ job: JobRow, of name: String, in shop: Shop, _ page: PageRequest) -> APIResponse? {
        let takesGzip = (page.request.headers[.acceptEncoding] ?? "").contains("gzip")
        let day = shop.settings.timeZone.day(of: job.createdAt)
        let file = DownloadName("\(OutsideText(name, longest: 60).shown) \(day)", ending: takesGzip ? ".csv" : ".csv.gz")
        let mediaType = takesGzip ? "text/csv; charset=utf-8" : "application/gzip"
        guard var response = FileResponse.response(shop.exportFile(ofJob: job.number), mediaType: mediaType, name: file) else { return nil }
        if takesGzip { response.headers[.contentEncoding] = "gzip" }
        return response
    }
}
