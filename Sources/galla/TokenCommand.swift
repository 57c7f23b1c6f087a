import ArgumentParser
import LocalAPI

/// The tokens of the programs that may reach the till by TCP.
struct TokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Let programs reach the till, or keep them out.",
        discussion: "A till that runs follows at once.",
        subcommands: [List.self, Add.self, Remove.self])

    /// Who is let in.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List who is let in and what they may do; no secrets.")

        @OptionGroup var shop: ShopOptions

        func run() throws {
            for token in try TokenCommand.read(shop).tokens {
                let scopes = Scope.allCases.filter(token.scopes.contains).map(\.rawValue)
                print("\(token.name)  \(scopes.joined(separator: ","))")
            }
        }
    }

    /// A new one.
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a token and print its secret.")

        @OptionGroup var shop: ShopOptions

        @Argument(help: "Whose it is; it stands on their bills as the cashier.")
        var name: String

        @Option(
            name: .long,
            help: ArgumentHelp("What it allows: read, sell, admin; repeatable.", valueName: "scope")
        )
        var scope: [Scope] = [.read]

        func run() throws {
            var tokens = try TokenCommand.read(shop)
            do throws(AccessTokens.Trouble) {
                let token = try tokens.add(name, scopes: Set(scope))
                try tokens.save(to: shop.folder)
                print(token.secret)
            } catch {
                throw Failure.failed(error)
            }
        }
    }

    /// One less.
    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Let somebody in no longer.")

        @OptionGroup var shop: ShopOptions

        @Argument(help: "Whose token it is.")
        var name: String

        func run() throws {
            var tokens = try TokenCommand.read(shop)
            guard tokens.remove(name) else {
                throw Failure.notFound("There is no token \(name) in \(shop.folder).")
            }
            do throws(AccessTokens.Trouble) {
                try tokens.save(to: shop.folder)
            } catch {
                throw Failure.failed(error)
            }
        }
    }

    private static func read(_ shop: ShopOptions) throws(Failure) -> AccessTokens {
        do throws(AccessTokens.Trouble) {
            return try AccessTokens.inFolder(shop.folder)
        } catch {
            throw .failed(error)
        }
    }
}

extension Scope: ExpressibleByArgument {}
