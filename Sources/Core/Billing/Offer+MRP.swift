/// What a till does where sellable batches of one code have different prices printed on them.
package enum MRPPolicy: Hashable, Sendable {
    /// A person looks at the pack and is asked.
    case ask
    /// The lowest printed price is charged first: nobody is there to look.
    case lowest
    /// The oldest batch is sold first, whatever is printed on it.
    case oldest
}

extension Offer {
    /// The one price that is printed on all of its batches (nil inside: none); nil if they differ.
    package var onlyMRP: Money?? {
        guard let first = batches.first, batches.allSatisfy({ $0.mrp == first.mrp }) else {
            return nil
        }
        return .some(first.mrp)
    }

    /// The batches of each printed price as an offer of their own, that of the oldest batch first.
    package var byMRP: [Offer] {
        var groups: [[Batch]] = []
        for batch in batches {
            if let index = groups.firstIndex(where: { $0[0].mrp == batch.mrp }) {
                groups[index].append(batch)
            } else {
                groups.append([batch])
            }
        }
        return groups.map { Offer(product: product, batches: $0, isPicked: true, pack: pack) }
    }

    /// The same stock, and behind it what the books do not have.
    package func adding(_ belowZero: Batch) -> Offer {
        Offer(product: product, batches: batches + [belowZero], isPicked: isPicked, pack: pack)
    }

    /// The same batches, those with the lowest printed price first; bare packs come last.
    package var lowestMRPFirst: Offer {
        let groups = byMRP.sorted { left, right in
            (left.batches[0].mrp ?? .limit) < (right.batches[0].mrp ?? .limit)
        }
        return Offer(
            product: product, batches: groups.flatMap(\.batches), isPicked: true, pack: pack)
    }
}
