import ArgumentParser

/// The one program: the server, the engine on the command line, and the author's tools.
@main
struct Midback: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "midback",
        abstract: "The front door of a spine clinic: a pain survey that says how urgent it is and why.",
        discussion: """
            Midback informs; clinicians decide. It is not clinically validated.
            Exit codes: 0 success, 1 the command could not do its work, 2 faults were found in the input, 64 wrong usage.
            """,
        version: Version.text,
        subcommands: [
            Serve.self, Assess.self, Score.self, Simulate.self, Content.self, Replay.self, Erasures.self, Bench.self,
        ])
}
