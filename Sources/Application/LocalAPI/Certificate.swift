import NIOSSL

/// The files with which the API proves who it is: a chain of certificates and its key, in PEM.
package struct Certificate: Hashable, Sendable {
    /// The file of the certificates, the server's own first.
    package let chainPath: String
    /// The file of the private key.
    package let keyPath: String

    /// Names the files; they are read when the API begins to listen.
    package init(chainPath: String, keyPath: String) {
        self.chainPath = chainPath
        self.keyPath = keyPath
    }

    /// What TLS needs, version 1.2 or later; throws when a file is no such thing.
    func configuration() throws(LocalServer.Trouble) -> TLSConfiguration {
        let chain: [NIOSSLCertificate]
        do {
            chain = try NIOSSLCertificate.fromPEMFile(chainPath)
        } catch {
            throw .init(description: "\(chainPath) is no certificate in PEM that can be read.")
        }
        do {
            return .makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) },
                privateKey: .privateKey(try NIOSSLPrivateKey(file: keyPath, format: .pem)))
        } catch {
            throw .init(description: "\(keyPath) is no private key in PEM that can be read.")
        }
    }
}
