public import MidbackCore

/// What a clinic configures about itself and every page shows.
public struct ClinicInfo: Hashable, Sendable {
    /// How much the product may show (`design.md` section 7).
    public enum Profile: String, Codable, Sendable {
        /// Guide and fixed safety advice only: no causes, no plan.
        case education
        /// Triage and causes are shown; a plan waits for staff.
        case reviewed
        /// Everything at once.
        case direct
    }

    /// One place where patients are seen.
    public struct Location: Hashable, Sendable {
        /// Name of the place, for example the town.
        public var name: String
        /// Street, town, code: one entry a line. Empty when the clinic gave none.
        public var addressLines: [String]
        /// Telephone as people write it.
        public var telephone: String
        /// Opening hours, one entry a line.
        public var hours: [LocalizedText]

        /// Makes a location.
        public init(name: String, addressLines: [String] = [], telephone: String, hours: [LocalizedText] = []) {
            self.name = name
            self.addressLines = addressLines
            self.telephone = telephone
            self.hours = hours
        }
    }

    /// Name of the clinic.
    public var name: String
    /// Main telephone as people write it, for example `(201) 849-1000`.
    public var telephone: String
    /// Where patients are seen.
    public var locations: [Location]
    /// The clinic's colour; its shades are derived with checked contrast.
    public var accent: Accent
    /// ISO 3166 alpha-2 code; selects the telephone numbers of the pack.
    public var country: String
    /// Absolute address of the neutral site that quick exit leads to.
    public var neutralExitURL: String
    /// Languages offered, first one is the default; never empty.
    public var languages: [Language]
    /// How much is shown.
    public var profile: Profile
    /// Nobody configured a clinic: every page carries the demo banner.
    public var isDemo: Bool
    /// IANA name of the time zone in which times are shown.
    public var timeZone: String
    /// Where to write about accessibility, privacy or harm; `nil` shows the telephone alone.
    public var email: String?

    /// Makes a clinic.
    public init(
        name: String, telephone: String, locations: [Location], accent: Accent = .standard, country: String = "US",
        neutralExitURL: String = "https://www.weather.gov/", languages: [Language] = Language.allCases,
        profile: Profile = .reviewed, isDemo: Bool = false, timeZone: String = "America/New_York",
        email: String? = nil
    ) {
        self.name = name
        self.telephone = telephone
        self.locations = locations
        self.accent = accent
        self.country = country
        self.neutralExitURL = neutralExitURL
        self.languages = languages
        self.profile = profile
        self.isDemo = isDemo
        self.timeZone = timeZone
        self.email = email
    }

    /// The clinic shown while nothing is configured.
    public static let demo = ClinicInfo(
        name: "Midback Spine Clinic", telephone: "(201) 849-1000",
        locations: [
            Location(name: "Totowa", addressLines: ["Totowa, New Jersey"], telephone: "(201) 849-1000"),
            Location(name: "Middletown", addressLines: ["Middletown, New Jersey"], telephone: "(201) 849-1000"),
        ],
        profile: .direct, isDemo: true)
}
