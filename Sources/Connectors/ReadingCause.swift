extension ReadingError {
    /// Why a file cannot be read, for who says it in other words than the English ones.
    public enum Cause: String, CaseIterable, Sendable {
        // What is no table of text.
        case workbook, oldWorkbook = "old-workbook", pdf, picture, parquet, database, packed, binary
        // What is cut off, damaged or not the shape of a table.
        case empty, headerOnly = "header-only", headerQuote = "header-quote", headerTooLong = "header-too-long"
        case tooManyColumns = "too-many-columns", zeroByte = "zero-byte", recordTooLong = "record-too-long", quoteOpen = "quote-open"
        case gzipDamaged = "gzip-damaged", cutOff = "cut-off", unknownEncoding = "unknown-encoding"
        // What lacks something.
        case eventsNeed = "events-need", peopleNeed = "people-need", refundsNeed = "refunds-need", ordersAsRefunds = "orders-as-refunds"
        case refundsUndated = "refunds-undated", shopifyCustomers = "shopify-customers", wooAnalytics = "woo-analytics"
        case prestaShopList = "prestashop-list", columnsMissing = "columns-missing", headerIsData = "header-is-data"
        case columnMissing = "column-missing", partMissing = "part-missing"
        // What can be read in two ways.
        case columnsAlike = "columns-alike", customerMayBeName = "customer-may-be-name", onlyWithoutTax = "only-without-tax"
        case linesOrOrders = "lines-or-orders", linesTooLarge = "lines-too-large", dateOrder = "date-order", decimalMark = "decimal-mark"
        case encoding, statuses, consent
        // What is wrong with a table of rates.
        case ratesNone = "rates-none", ratesColumn = "rates-column", rowTooShort = "row-too-short", rateDate = "rate-date"
        case rateCurrency = "rate-currency", rateSame = "rate-same", rateNumber = "rate-number", rateTwice = "rate-twice"
        // What happened to it.
        case fileGone = "file-gone"
    }
}
