import MidbackCore

extension AboutPage {
    /// What the page says, in order.
    func blocks(_ edition: Edition) -> [Block] {
        switch topic {
        case .intendedUse: intendedUse(isReviewed: !edition.pack.reviewers.isEmpty)
        case .privacy: privacy
        case .accessibility: accessibility
        case .howItWorks: howItWorks
        case .sources: [.text("about.sources-lead")]
        }
    }

    /// - Source: `standards.md` section 4.4.
    private func intendedUse(isReviewed: Bool) -> [Block] {
        [
            .text("about.use-purpose"),
            .heading("about.use-who-title"), .list(["about.use-who-1", "about.use-who-2"]),
            .heading("about.use-not-title"), .list(["about.use-not-1", "about.use-not-2", "about.use-not-3"]),
            .heading("about.use-gives-title"), .text("about.use-gives"),
            .heading("about.use-limits-title"),
            .list(["about.use-limits-1", "about.use-limits-2", "about.use-limits-3"]),
            .heading("about.use-evidence-title"), .text("about.use-evidence"), .text("about.use-status"),
            .text(isReviewed ? "about.use-reviewers" : "about.use-no-reviewers"),
            .heading("about.use-harm-title"), .text("about.use-harm"),
        ]
    }

    private var privacy: [Block] {
        [
            .text("about.privacy-lead"),
            .heading("about.privacy-keep-title"),
            .list(["about.privacy-keep-1", "about.privacy-keep-2", "about.privacy-keep-3"]),
            .heading("about.privacy-long-title"),
            .list(["about.privacy-long-1", "about.privacy-long-2", "about.privacy-long-3"]),
            .heading("about.privacy-share-title"),
            .list(["about.privacy-share-1", "about.privacy-share-2", "about.privacy-share-3"]),
            .heading("about.privacy-device-title"), .text("about.privacy-device"), .text("about.privacy-ask"),
        ]
    }

    private var accessibility: [Block] {
        [
            .text("about.accessibility-lead"),
            .list([
                "about.accessibility-1", "about.accessibility-2", "about.accessibility-3", "about.accessibility-4",
            ]),
            .heading("about.accessibility-known-title"), .text("about.accessibility-known"),
            .text("about.accessibility-ask"),
        ]
    }

    private var howItWorks: [Block] {
        [
            .text("about.how-lead"),
            .heading("about.how-1-title"), .text("about.how-1"),
            .heading("about.how-2-title"), .text("about.how-2"),
            .heading("about.how-3-title"), .text("about.how-3"), .text("about.how-sources"),
        ]
    }
}
