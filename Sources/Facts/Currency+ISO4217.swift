extension Currency {
    /// Whether ISO 4217 knows the code as a currency, of today or of a day since 1990: orders of the past were in those of the past.
    ///
    /// The codes for "no currency" and for tests are none.
    public var isISO4217: Bool { Self.known.contains(self) }

    /// The currencies of today, in the order of their codes.
    public static let inUse = today.split(separator: " ").compactMap { Currency(code: $0) }

    private static let known = Set((today + " " + past).split(separator: " ").compactMap { Currency(code: $0) })

    /// List one.
    private static let today = """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW
        CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG
        HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK
        MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR
        SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW
        UZS VED VES VND VUV WST XAF XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD XPF XPT XSU XUA YER ZAR ZMW ZWG
        """.replacing("\n", with: " ")

    /// List three, as far as it was in use since 1990.
    private static let past = """
        ADP AFA ANG AOK AON AOR ATS AZM BEF BGL BYB BYR CSD CUC CYP DEM ECS EEK ESP FIM FRF GHC GRD GWP HRD HRK IEP ITL LTL LUF
        LVL MGF MRO MTL MXP MZM NLG PEI PLZ PTE ROL RUR SDD SIT SKK SLL SRG STD TMM TPE TRL UAK VEB VEF XEU YUM ZAL ZMK ZRN ZWD
        ZWL ZWR
        """.replacing("\n", with: " ")
}
