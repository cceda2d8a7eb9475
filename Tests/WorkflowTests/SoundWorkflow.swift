/// A small sound workflow for tests that change one place in it.
enum SoundWorkflow {
    static let yaml = """
        id: sound
        version: 1
        label: { nl: Klein plan }
        documents:
          - id: nota
            label: { nl: nota }
        planning:
          - id: meeting
            label: { nl: vergadering }
        stages:
          - id: draft
            label: { nl: Opstellen }
            description: { nl: Schrijven }
            about: sections
            next: decide
            moved-by: [editor]
            gate: [sections-have-text]
          - id: decide
            label: { nl: Besluit }
            description: { nl: Besluiten }
            about: version
            next: adopted
            moved-by: [secretary]
            gate:
              - condition: sign-offs-current
                track: sign-off
            send-back: { to: draft, by: [secretary] }
          - id: adopted
            label: { nl: Vastgesteld }
            description: { nl: Klaar }
            about: version # end
        tracks:
          - id: sign-off
            label: { nl: Parafering }
            stage: decide
            steps:
              - id: holder
                label: { nl: Paraaf }
                act: signed-off
                by: [portfolioHolder]
          - id: scheduling
            label: { nl: Agendering }
            stage: decide # scheduling
            steps:
              - id: agenda
                label: { nl: Agenda }
                act: scheduled
                by: [secretary]
                body: college
                repeatable: true
          - id: decision
            label: { nl: Besluit }
            stage: decide # decision
            after: [scheduling]
            steps:
              - id: decided
                label: { nl: Besluit }
                act: decided
                by: [boardOffice]
                body: college
        deadlines:
          - id: papers
            label: { nl: Stukken }
            stage: decide # deadline
            step: agenda
            count: 3
            unit: weeks
            before: meeting
        """
}
