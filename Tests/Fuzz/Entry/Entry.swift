import FuzzBodies
import Glibc

/// The body that `GALLA_FUZZ_BODY` names.
private let body: FuzzBody = {
    let name = unsafe getenv("GALLA_FUZZ_BODY").map { unsafe String(cString: $0) } ?? ""
    guard let body = FuzzBody.all.first(where: { $0.name == name }) else {
        let names = FuzzBody.all.map(\.name).joined(separator: ", ")
        preconditionFailure("GALLA_FUZZ_BODY is `\(name)`; there are \(names)")
    }
    return body
}()

/// libFuzzer calls this with each input it makes up; it never goes on after a promise is broken.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    body.run(unsafe Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}
