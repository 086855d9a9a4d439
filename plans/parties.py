"""Facts about the posts and organisations that prison action plans name: abbreviations, one party's several names,
the words that head a post or end an organisation's name. Data only; plans.owners and plans.joint_owners use it."""

EXPANSIONS: dict[str, tuple[str, ...]] = {
    "cqc": ("Care Quality Commission",),
    "crc": ("Community Rehabilitation Company",),
    "d&i": ("Diversity & Inclusion",),
    "dfe": ("Department for Education",),
    "dwp": ("Department for Work and Pensions",),
    "ed": ("Executive Director",),
    "gfsl": (
        "Gov Facilities Services Ltd",
        "Gov Facilities Services Limited",
        "Gov Facility Services Limited",
        "Gov Facility Services Ltd",
        "Government Facility Services Limited",
    ),
    "gov": ("Governor",),
    "hmpps": ("HM Prison and Probation Service",),
    "hoh": ("Head of Healthcare",),
    "kss": ("Kent, Surrey and Sussex",),
    "l&d": ("Learning & Development",),
    "moj": ("Ministry of Justice",),
    "nhse": ("NHS England",),
    "nhse&i": ("NHS England & NHS Improvement", "NHS England and Improvement"),
    "nst": ("National Safety Team",),
    "omic": ("Offender Management in Custody",),
    "omu": ("Offender Management Unit",),
    "orru": ("Operational Response and Resilience Unit",),
    "pgd": ("Prison Group Director",),
    "ppg": ("Public Protection Group",),
    "ppsp": ("Prison Performance Support Programme",),
    "pspi": ("Public Sector Prison Industries",),
    "rpd": ("Regional Probation Director",),
    "smg": ("Substance Misuse Group", "HMPPS Substance Misuse Group"),
    "soct": ("Security, Order and Counter Terrorism",),
    "tubu": ("Tackling Unacceptable Behaviours Unit", "Tackling Unacceptable Behaviour Unit"),
}
"""What an abbreviation stands for, whole words only. The abbreviation and each expansion name the same thing."""

SAME_PARTY: tuple[tuple[str, ...], ...] = (
    ("Governor", "Governing Governor", "Number One Governor", "No 1 Governor", "The Governor"),
    (
        "Ministry of Justice Property",
        "MoJ Property",
        "MoJ Property Directorate",
        "Ministry of Justice Property Directorate",
    ),
    ("Ministry of Justice Estates", "MOJ Estates"),
    ("Head of Prison Safety Team", "Head of Prison Safety", "Head of National Prison Safety Team"),
    ("KSS CRC", "Kent, Surrey and Sussex Community Rehabilitation Company"),
    ("Executive Director", "Executive Director (Public Sector Prisons South)"),
    ("Deputy Governor", "Dep Gov", "Deputy Gov"),
)
"""Names of one party beyond what EXPANSIONS says; the first is the name the bot uses."""

WHOLE_NAMES: tuple[str, ...] = (
    "Learning & Development",
    "Risk and Capabilities Unit",
    "Deputy Director, Residential and Accommodation Support Services",
    "Improvement Lead, Effective Practice & Service Improvement Group",
    "Head of Risk and Capabilities Unit, SOCT",
    "Education Provider",
    "Novus",
    "Oxleas",
    "HMPPS",
    "Home Office",
    "Probation Service",
    "Public Health England",
    "Medway Adult Social Care",
)
"""Parties whose own name holds a comma, an ampersand or an "and", or whose form alone does not tell that it is one."""

ROLE_HEADS: tuple[str, ...] = (
    "acting", "assistant director", "chief", "chair", "deputy", "director", "directorate of", "executive director",
    "governor", "head", "heads", "interim", "lead", "manager", "area", "group director", "prison group director",
    "regional", "senior", "national lead", "hmpps head", "custodial manager", "operational",
)  # fmt: skip
"""How the name of a post begins."""

ROLE_TAILS: tuple[str, ...] = (
    "director", "governor", "lead", "leads", "manager", "managers", "officer", "head", "coordinator", "co-ordinator",
    "chaplain", "chaplaincy", "commissioner", "commissioners", "librarian", "psychologist", "advisor", "adviser",
)  # fmt: skip
"""How the name of a post ends."""

ORGANISATION_TAILS: tuple[str, ...] = (
    "agency", "authority", "board", "cic", "college", "commission", "committee", "company", "contractor", "council",
    "crc", "department", "directorate", "estates", "foundation", "group", "hub", "limited", "ltd", "ministry", "office",
    "partner", "partners", "plc", "police", "probation", "programme", "property", "provider", "providers", "service",
    "services", "team", "teams", "trust", "unit", "university",
)  # fmt: skip
"""How the name of an organisation ends."""

BARE_TITLES: tuple[str, ...] = (
    "assistant director", "deputy director", "director", "executive director", "head", "lead", "manager",
    "regional director",
)  # fmt: skip
"""Titles that say nothing without the field that follows: "Deputy Director, Reducing Reoffending"."""

AREA_POSTS: tuple[str, ...] = ("prison group director", "regional probation director", "executive director")
"""Posts of which a prison has one: an area after or before the title says whose, not which post."""

AREAS: frozenset[str] = frozenset(
    [
        "and",
        "of",
        "the",
        "for",
        "area",
        "region",
        "group",
        "prisons",
        "public",
        "sector",
        "north",
        "south",
        "east",
        "west",
        "midlands",
        "central",
        "england",
        "wales",
        "london",
        "northern",
        "southern",
        "eastern",
        "western",
        "greater",
        "anglia",
        "yorkshire",
        "humber",
        "humberside",
        "cumbria",
        "lancashire",
        "merseyside",
        "cheshire",
        "manchester",
        "tees",
        "wear",
        "northumbria",
        "kent",
        "surrey",
        "sussex",
        "essex",
        "suffolk",
        "norfolk",
        "hertfordshire",
        "herts",
        "bedfordshire",
        "beds",
        "cambridgeshire",
        "cambs",
        "northamptonshire",
        "northants",
        "devon",
        "dorset",
        "cornwall",
        "somerset",
        "avon",
        "wiltshire",
        "gloucestershire",
        "hampshire",
        "thames",
        "valley",
        "oxfordshire",
        "berkshire",
        "buckinghamshire",
        "staffordshire",
        "derbyshire",
        "nottinghamshire",
        "leicestershire",
        "lincolnshire",
        "rutland",
        "warwickshire",
        "worcestershire",
        "herefordshire",
        "shropshire",
        "estate",
        "long",
        "term",
        "high",
        "security",
        "women",
        "womens",
        "male",
        "open",
        "youth",
        "custody",
        "psp",
    ]
)
"""Words that name an area of the prison service or a county."""
