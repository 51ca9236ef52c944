/// Triggers that keep the rows of a response as they were written. Released migrations use these texts: never edit them.
enum AppendOnly {
    /// Rows are numbered from 1 without gaps within a response, never change, and go only with the whole response.
    static func numbered(_ table: String) -> [String] { [noGap(table), noUpdate(table), noDelete(table)] }

    /// The table `erasing` names the response whose erasure is in progress; outside of that transaction it is empty.
    static func noDelete(_ table: String, responseColumn: String = "response") -> String {
        """
        CREATE TRIGGER \(table)_no_delete BEFORE DELETE ON \(table)
        WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE response = OLD.\(responseColumn))
        BEGIN SELECT RAISE(ABORT, 'append-only'); END
        """
    }

    static func noUpdate(_ table: String, columns: String? = nil) -> String {
        """
        CREATE TRIGGER \(table)_no_update BEFORE UPDATE \(columns.map { "OF \($0) " } ?? "")ON \(table)
        BEGIN SELECT RAISE(ABORT, 'append-only'); END
        """
    }

    private static func noGap(_ table: String) -> String {
        """
        CREATE TRIGGER \(table)_no_gap BEFORE INSERT ON \(table)
        WHEN NEW.number IS NOT (SELECT COALESCE(MAX(number), 0) + 1 FROM \(table) WHERE response = NEW.response)
        BEGIN SELECT RAISE(ABORT, 'number out of order'); END
        """
    }
}
