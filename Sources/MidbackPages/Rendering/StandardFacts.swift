import MidbackCore

/// What every template may use: the clinic, addresses of the site, the frame around each page.
struct StandardFacts {
    let language: Language
    let pack: ContentPack
    let clinic: ClinicInfo
    let words: Words
    let files: StaticFiles

    var facts: Facts { clinicFacts.adding(addresses).adding(planAddresses).adding(frame) }

    private var clinicFacts: Facts {
        [
            "clinic": clinic.name, "telephone": clinic.telephone, "toTelephone": Phones.href(clinic.telephone),
            "demo": clinic.isDemo, "contentVersion": pack.version, "evidenceDate": pack.evidenceCutOff,
            "places": clinic.locations.map(\.name).joined(separator: " · "),
            "locations": clinic.locations.map(location), "contacts": contacts,
        ]
    }

    private var addresses: Facts {
        [
            "toHome": Routes.home(language), "toStart": Routes.start(language), "toExit": Routes.exit(language),
            "toReview": Routes.review(language), "toStop": Routes.stop(language),
            "toResult": Routes.result(language), "toCauses": Routes.causes(language), "toLink": Routes.link(language),
            "toComeBack": Routes.comeBack(language), "toDelete": Routes.delete(language),
            "toFirstStep": Routes.step(0, language), "toPrivacy": Routes.about(.privacy, language),
            "toIntended": Routes.about(.intendedUse, language), "toSources": Routes.about(.sources, language),
        ]
    }

    private var planAddresses: Facts {
        [
            "toExercises": Routes.exercises(language), "toPlan": Routes.plan(language),
            "toSession": Routes.sessionToday(language), "toCheckIn": Routes.checkIn(language),
            "toProgress": Routes.progress(language), "toFlare": Routes.flare(language),
            "toSigns": Routes.signs(language), "toWhatIf": Routes.whatIf(language),
            "toPlanPrint": Routes.planPrint(language), "toExport": Routes.export(language),
            "toExportFile": Routes.exportFile(language), "toCalendar": Routes.calendar(language),
            "toCalendarFile": Routes.calendarFile(language),
        ]
    }

    private var frame: Facts {
        [
            "lang": language.rawValue, "styles": files.address("midback", "css"),
            "favicon": files.address("icon", "svg"), "pageScript": files.address("midback", "js"),
            "surveyScript": files.address("survey", "js"),
            "topics": Routes.Topic.allCases.map { topic in
                Facts.row([
                    "href": Routes.about(topic, language), "label": words.plain("about.\(topic.rawValue)"),
                ])
            },
        ]
    }

    private func location(_ location: ClinicInfo.Location) -> Facts {
        let lines = location.addressLines + location.hours.map { $0[language] }
        return .row([
            "name": location.name, "number": location.telephone, "href": Phones.href(location.telephone),
            "lines": lines.map { Facts.row(["line": $0]) },
        ])
    }

    private var contacts: [Facts] {
        ["emergency", "crisis", "poison"].compactMap { id in
            words.phones.number(id).map { number in
                .row(["number": number, "href": Phones.href(number), "label": words.plain("help.\(id)")])
            }
        }
    }
}
