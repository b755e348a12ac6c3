-- For wrk: single events with an id of their own, as Klaviyo's SDK writes them. Prints one line of JSON at the end.
--   wrk -t1 -c64 -d10s -s ingest.lua URL -- KEY RUN
local count = 0

function init(arguments)
  key, run = arguments[1], arguments[2]
  wrk.method = "POST"
  wrk.headers["authorization"] = "Klaviyo-API-Key " .. key
  wrk.headers["content-type"] = "application/vnd.api+json"
  wrk.headers["revision"] = "2026-10-15"
  template = '{"data":{"type":"event","attributes":{"properties":{"sku":"s%d","url":"/p/%d"},"time":"2024-12-31T23:59:33Z","value":%.2f,'
    .. '"value_currency":"EUR","unique_id":"%s-%d","metric":{"data":{"type":"metric","attributes":{"name":"Benchmarked ' .. run .. '"}}},'
    .. '"profile":{"data":{"type":"profile","attributes":{"email":"cus_%08x@example.com"}}}}}}'
end

function request()
  count = count + 1
  local n = count % 5000
  return wrk.format(nil, "/api/events", nil, string.format(template, n, n, 12.5 + n % 7, run, count, n * 429497))
end

function done(summary, latency, requests)
  local wrong = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  print(string.format('{"requests":%d,"wrong":%d,"p50_ms":%.3f,"p99_ms":%.3f}', summary.requests, wrong, latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
