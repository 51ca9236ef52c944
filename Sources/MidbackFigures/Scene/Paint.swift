/// The colours of a drawing. Pages set them by class (`fig-top` …); the written colour counts where no style reaches,
/// as in a picture file.
enum Paint: String, CaseIterable, Sendable {
    case skin = "fig-skin"
    case skinFar = "fig-skin-far"
    case hair = "fig-hair"
    case top = "fig-top"
    case topFar = "fig-top-far"
    case trousers = "fig-trousers"
    case trousersFar = "fig-trousers-far"
    case shoe = "fig-shoe"
    case shoeFar = "fig-shoe-far"
    case mark = "fig-mark"
    case edge = "fig-edge"
    case floor = "fig-floor"
    case shadow = "fig-shadow"
    case mat = "fig-mat"
    case wood = "fig-wood"
    case woodDark = "fig-wood-dark"
    case wall = "fig-wall"
    case rubber = "fig-rubber"
    case rubberDark = "fig-rubber-dark"
    case cloth = "fig-cloth"
    case band = "fig-band"
    case metal = "fig-metal"

    /// Colour in daylight.
    var light: String {
        switch self {
        case .skin: "#d59a75"
        case .skinFar: "#b47c5b"
        case .hair: "#4b3a35"
        case .top: "#3f8f8a"
        case .topFar: "#2f6f6d"
        case .trousers: "#46566f"
        case .trousersFar: "#354257"
        case .shoe: "#e9e4dc"
        case .shoeFar: "#c4beb4"
        case .mark: "#ffb45c"
        case .edge: "#2a3a44"
        case .floor: "#b9c4c6"
        case .shadow: "#8fa0a4"
        case .mat: "#a9bfd8"
        case .wood: "#cfa878"
        case .woodDark: "#a98257"
        case .wall: "#dde4e3"
        case .rubber: "#8c7fb0"
        case .rubberDark: "#6c5f93"
        case .cloth: "#efe3cf"
        case .band: "#d2553f"
        case .metal: "#6d7780"
        }
    }

    /// Colour on a dark page.
    var dark: String {
        switch self {
        case .skin: "#dda684"
        case .skinFar: "#b98565"
        case .hair: "#7d665c"
        case .top: "#4fa8a1"
        case .topFar: "#387f7b"
        case .trousers: "#7688a6"
        case .trousersFar: "#596985"
        case .shoe: "#ece7df"
        case .shoeFar: "#b9b3a9"
        case .mark: "#ffc27a"
        case .edge: "#0d1518"
        case .floor: "#4d5a5e"
        case .shadow: "#05090a"
        case .mat: "#3d5068"
        case .wood: "#a5825a"
        case .woodDark: "#7d6040"
        case .wall: "#2b3639"
        case .rubber: "#8c7fb0"
        case .rubberDark: "#6c5f93"
        case .cloth: "#b8ab96"
        case .band: "#ec7561"
        case .metal: "#9aa5ae"
        }
    }
}
