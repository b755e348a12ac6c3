import HTTPTypes

extension RequestMeters {
    /// Writes what was counted, by the routes' templates.
    func write(to metrics: inout MetricsText, table: RouteTable) {
        var labelled = table.entries.map { entry in
            ([("route", entry.route.path), ("method", entry.route.method.rawValue)], counts(route: entry.number))
        }
        labelled.append(([("route", "none"), ("method", "any")], counts(route: table.entries.count)))
        labelled.removeAll { $0.1.requests == 0 }
        metrics.begin("http_requests_total", .counter, "Requests that were answered, by route, method and status.")
        for (labels, counts) in labelled {
            for (status, count) in counts.byStatus.sorted(by: { $0.status < $1.status }) {
                metrics.line("http_requests_total", labels + [("status", String(status))], Double(count))
            }
        }
        metrics.begin("http_request_duration_seconds", .histogram, "Time from a request's head to the last byte of its answer.")
        for (labels, counts) in labelled {
            var sum = 0
            for (place, count) in counts.buckets.enumerated() {
                sum += count
                let bound = place < Self.bounds.count ? "\(Double(Self.bounds[place]) / 1e9)" : "+Inf"
                metrics.line("http_request_duration_seconds_bucket", labels + [("le", bound)], Double(sum))
            }
            metrics.line("http_request_duration_seconds_sum", labels, Double(counts.nanoseconds) / 1e9)
            metrics.line("http_request_duration_seconds_count", labels, Double(counts.requests))
        }
        metrics.begin("http_response_bytes_total", .counter, "Bytes of answers, without their heads.")
        for (labels, counts) in labelled { metrics.line("http_response_bytes_total", labels, Double(counts.bytesSent)) }
        metrics.single("http_requests_in_flight", .gauge, "Requests that are being answered.", Double(requestsInFlight))
    }
}
