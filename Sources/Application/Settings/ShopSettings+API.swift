// The section `[api]`.
extension ShopSettings {
    static func api(
        _ document: SettingsDocument, _ problems: inout [SettingsProblem]
    ) -> API {
        var section = SectionReader("api", of: document)
        defer { problems += section.problems }
        let file = "the path of a file in PEM"
        let certificate = section.optionalText(
            "certificate", default: nil, expected: file, { $0.hasPrefix("/") })
        let key = section.optionalText("key", default: nil, expected: file, { $0.hasPrefix("/") })
        if (certificate == nil) != (key == nil) {
            let missing = key == nil ? "key" : "certificate"
            section.add(
                at: key == nil ? "certificate" : "key",
                "api.\(missing) is missing; a certificate and its key go together")
        }
        return API(
            listen: section.optionalText(
                "listen", default: builtIn.api.listen,
                expected: "an address and a port, like \"127.0.0.1:8080\"",
                { $0.contains(":") }),
            hosts: section.texts(
                "hosts", default: builtIn.api.hosts,
                expected: "names as clients send them, like [\"till.lan:8080\"]"),
            origins: section.texts(
                "origins", default: builtIn.api.origins,
                expected: "origins of web pages, like [\"https://shop.example\"]",
                { $0.hasPrefix("https://") || $0.hasPrefix("http://") }),
            certificate: certificate, key: key,
            prints: section.flag("print", default: builtIn.api.prints))
    }
}
