import ArgumentParser
import Billing
import Foundation
import Ledger
import LineMode
import LocalAPI
import Settings
import Till

/// The HTTP interface of one till: begins when its books are open, ends when it has stopped.
struct TillAPI: Sendable {
    /// What is listened on and who is let in, checked before the till opens.
    struct Plan {
        fileprivate let address: APIAddress?
        fileprivate let settings: ShopSettings.API

        /// Takes the settings, with another address where one is given.
        init(_ settings: ShopSettings.API, listen: String?) throws(Failure) {
            self.settings = settings
            guard let text = listen ?? settings.listen else {
                address = nil
                return
            }
            guard let address = APIAddress(text) else {
                throw Failure(
                    .validationFailure,
                    "\(text) is no address to listen on; give one like 127.0.0.1:8080.")
            }
            self.address = address
        }
    }

    /// What to say at the start: where it listens, and what does not work.
    let notices: [String]
    /// What the till counts into.
    let tally: TillTally
    private let server: LocalServer
    private let feed: EventFeed

    /// Begins to listen; throws when the address cannot be had.
    ///
    /// A socket that cannot be made is said and does not keep the till from selling.
    static func start(
        _ plan: Plan, folder: String, inbox: Inbox, clock: ShopClock, phoneRule: Phone.Rule
    ) throws(Failure) -> TillAPI {
        let description = description()
        let tally = TillTally()
        let feed = EventFeed(run: String(UInt64.random(in: .min ... .max), radix: 36))
        do {
            let api = ShopAPI(
                door: TillDoor(inbox), reader: try LedgerReader(folder: folder), clock: clock,
                phoneRule: phoneRule, prints: plan.settings.prints, feed: feed,
                tally: tally, description: description)
            let server = LocalServer(api.routes, requests: api.requests)
            let notices = try wait(on: server) { try await listen(server, plan, folder) }
            return TillAPI(notices: notices, tally: tally, server: server, feed: feed)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw .failed(error)
        }
    }

    /// The document that describes the interface; nil where it was not installed with the program.
    private static func description() -> [UInt8]? {
        do {
            let file = URL(fileURLWithPath: try SharedFiles.path(of: "openapi.json"))
            return [UInt8](try Data(contentsOf: file))
        } catch {
            // A till sells without it, and its address is then none.
            return nil
        }
    }

    private static func listen(
        _ server: LocalServer, _ plan: Plan, _ folder: String
    ) async throws -> [String] {
        var notices: [String] = []
        do throws(LocalServer.Trouble) {
            try await server.listen(onSocket: folder + "/galla.sock")
        } catch {
            notices.append("Other programs of this machine cannot reach the till: \(error)")
        }
        guard let address = plan.address else { return notices }
        // Made now, so that it is there to be copied before the first request.
        let tokens = TokenFile(folder: folder)
        _ = try tokens.tokens()
        let settings = plan.settings
        var certificate: Certificate?
        if let chain = settings.certificate, let key = settings.key {
            certificate = Certificate(chainPath: chain, keyPath: key)
        }
        let port = try await server.listen(
            on: address, gate: Gate(hosts: Set(settings.hosts), origins: Set(settings.origins)),
            certificate: certificate
        ) { () throws(AccessTokens.Trouble) in try tokens.tokens() }
        notices.append("Other programs reach the till at \(address.at(port: port)).")
        return notices
    }

    /// Tells those who listen what the till shows.
    func publish(_ rows: [Row], _ prompt: String) {
        feed.publish(rows, prompt: prompt)
    }

    /// Tells those who listen what stands on the counter, and nothing that has not changed.
    var look: @Sendable (TillView, TillView?) -> Void {
        { [feed] view, earlier in feed.publish(view, after: earlier) }
    }

    /// Ends streams and answers, and takes the socket away.
    func stop() {
        feed.end()
        // The process ends with or without the last answers.
        try? Self.wait(on: server) { await server.stop() }
        server.end()
    }

    /// Waits on the calling thread, which is none of the server's, for what is asynchronous.
    private static func wait<Answer: Sendable>(
        on server: LocalServer, _ body: @escaping @Sendable () async throws -> Answer
    ) throws -> Answer {
        let answer = Handover<Result<Answer, any Error>>()
        Task.detached(executorPreference: server.executor) {
            do {
                answer.give(.success(try await body()))
            } catch {
                answer.give(.failure(error))
            }
        }
        return try answer.take().get()
    }
}
