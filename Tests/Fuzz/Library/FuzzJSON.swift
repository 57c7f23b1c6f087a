import ExactJSON

/// Reads bytes as a request's body: what is taken is written and read back as the same value.
@Sendable
func fuzzJSON(_ bytes: [UInt8]) {
    let value: JSONValue
    do throws(JSONError) {
        value = try JSONReader.value(of: bytes)
    } catch {
        promise(!error.description.isEmpty, "a refusal is a sentence")
        return
    }
    let written = JSONWriter.bytes(of: value)
    promise(
        written.allSatisfy { $0 >= 0x20 && $0 != 0x7F },
        "what is written holds no control character")
    do throws(JSONError) {
        promise(try JSONReader.value(of: written) == value, "what is written is read as the same")
    } catch {
        promise(false, "what is written is JSON")
    }
    checkNumbers(in: value)
}

/// A number that has an exact value in hundredths is that value again.
private func checkNumbers(in value: JSONValue) {
    switch value {
    case .null, .bool, .string: break
    case .number(let number):
        do throws(JSONNumber.Inexact) {
            let hundredths = try number.scaled(places: 2)
            promise(
                JSONNumber(scaled: hundredths, places: 2) == number, "hundredths lose nothing")
        } catch {
            // It has more decimals than that, or is too large: then it is no amount.
            return
        }
    case .array(let elements): for element in elements { checkNumbers(in: element) }
    case .object(let object): for member in object.members { checkNumbers(in: member.value) }
    }
}
