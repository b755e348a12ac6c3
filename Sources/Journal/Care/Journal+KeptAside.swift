import Foundation

extension Journal {
    /// The journals that were set aside in the folder when a backup was restored, by path.
    public var keptAside: [String] {
        let prefix = URL(fileURLWithPath: files.journal).lastPathComponent + ".before-restore-"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: files.path)) ?? []
        return names.filter { $0.hasPrefix(prefix) && !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }.sorted()
            .map { files.path + "/" + $0 }
    }
}
