"""Rows of the language reference on acts, and on those who do them."""

from __future__ import annotations

# (as written, as printed; "" for the same)
ACTS = [
    (
        "An NGO may attend and speak in plenary meetings.",
        "An NGO may attend and speak in plenary meetings of the Conference.",
    ),
    (
        "An NGO may attend plenary meetings and receive documents.",
        "An NGO may attend plenary meetings of the Conference and receive documents.",
    ),
    (
        "An NGO may attend plenary meetings or working groups.",
        "An NGO may attend plenary meetings of the Conference or working groups.",
    ),
    (
        "An NGO may attend, speak in plenary meetings, and vote.",
        "An NGO may attend, speak in plenary meetings of the Conference and vote.",
    ),
    (
        "An NGO may attend, and speak in plenary meetings.",
        "An NGO may attend, and speak in plenary meetings of the Conference.",
    ),
    (
        "An NGO may speak in plenary meetings on a topic relating to its activities.",
        "An NGO may speak in plenary meetings of the Conference on a topic relating to its activities.",
    ),
    (
        "An NGO may speak on a topic in plenary meetings.",
        "An NGO may speak in plenary meetings of the Conference on a topic.",
    ),
    (
        "An NGO may submit a written statement to the Conference.",
        "An NGO may submit written statements to the Conference.",
    ),
    (
        "An NGO may speak in plenary meetings, through a limited number of representatives, on a topic "
        "relating to its activities, if it is relevant.",
        "An NGO may speak in plenary meetings of the Conference on a topic relating to its activities, "
        "through a limited number of representatives, if it is relevant.",
    ),
    (
        "A relevant NGO not in consultative status may vote.",
        "",
    ),
    (
        "A competent young NGO may vote.",
        "",
    ),
    (
        "An NGO with observer status may vote.",
        "",
    ),
    (
        "An NGO without observer status may vote.",
        "",
    ),
    (
        "States that signed the Convention may vote.",
        "A State that signed the Convention may vote.",
    ),
    (
        "A State that did not sign the Convention may vote.",
        "",
    ),
    (
        "Organizations that are not relevant may vote.",
        "An organization that is not relevant may vote.",
    ),
    (
        "Organizations that are relevant may vote.",
        "An organization that is relevant may vote.",
    ),
    (
        "An organization other than an NGO may vote.",
        "",
    ),
    (
        "An NGO that is a member of a delegation may vote.",
        "",
    ),
    (
        "An NGO that has observer status that is not on the Roster may vote.",
        "An NGO with observer status not on the Roster may vote.",
    ),
    (
        "An NGO, an academic institution or UNDP may vote.",
        "",
    ),
    (
        "NGOs and academic institutions may vote.",
        "An NGO or an academic institution may vote.",
    ),
    (
        "The non-governmental organization may vote.",
        "An NGO may vote.",
    ),
]
