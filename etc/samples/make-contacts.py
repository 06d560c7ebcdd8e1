#!/usr/bin/env python3
"""Writes contacts.csv: the address book of an invented association, as it comes out of a French spreadsheet (semicolons, Windows-1252,
CRLF), with the mistakes that real files have. All people are invented; the addresses are of domains that cannot exist."""
import random
from pathlib import Path

random.seed(1901)
FIRST = """Aïcha Amélie André Béatrice Benoît Camille Cécile Chloé Clément Danièle Désiré Édith Élodie Émile Ève Fatoumata Françoise Frédéric Gaël
Gérard Hélène Héloïse Inès Irène Jean-François Jérôme Joël Karim Laëtitia Léa Loïc Maëlle Maïté Marie-Thérèse Mélanie Moïse Naïma Noël Océane Odile
Pénélope Raphaël Régine René Rokhaya Sébastien Sélim Solène Stéphane Thaïs Théo Thérèse Valérie Véronique Yaël Yasmine Zoé""".split()
LAST = """Abéla Béranger Benoît-Lévy Bérard Bouchaïb Brûlé Camara Château Crépin D'Almeida Da Conceição Dupré Durand Étienne Fâche Ferré Gâtineau
Genêt Guérin Hébert Île Joséphine Kéita Lacôte Le Goff L'Hermitte Lefèvre Lévêque Mâcon Maréchal Méziane N'Diaye Noël Œuvrard Pépin Périgord
Préfet Ribéry Saïd Séguin Sène Tâche Tréguier Vallès Vérité Zoé""".split()
TOWNS = ["Paris 10e", "Paris 11e", "Paris 19e", "Paris 20e", "Pantin", "Les Lilas", "Bagnolet", "Montreuil"]
DOMAINS = ["courriel.example", "poste.example", "quartier.example", "asso.example"]
ORIGINS = ["forum des associations 2025", "fête de quartier, juin 2026", "adhésion", "bulletin papier, mars 2026"]

FOLD = str.maketrans("àâäãçéèêëîïôöõùûüÿ", "aaaaceeeeiiooouuuy")


def address(first: str, last: str, taken: set) -> str:
    local = f"{first}.{last}".lower().translate(FOLD).replace("œ", "oe").replace("é", "e").replace("'", "").replace(" ", "-")
    local = "".join(c for c in local if c.isascii() and (c.isalnum() or c in ".-"))
    candidate, number = local, 2
    while candidate in taken:
        candidate, number = f"{local}{number}", number + 1
    taken.add(candidate)
    return f"{candidate}@{random.choice(DOMAINS)}"


taken: set = set()
people = []
while len(people) < 182:
    first, last = random.choice(FIRST), random.choice(LAST)
    people.append([first, last, address(first, last, taken), random.choice(TOWNS), random.choice(ORIGINS)])

rows = [";".join(person) for person in people]

# Ten lines whose address came earlier: in capitals, with spaces, with another name.
for index in (3, 17, 29, 44, 58, 71, 90, 112, 140, 166):
    first, last, mail, town, origin = people[index]
    variant = [mail.upper(), f" {mail} ", mail, mail.capitalize()][index % 4]
    rows.insert(min(len(rows), index + 8), ";".join([first.upper() if index % 2 else first, last, variant, town, origin]))

# Eight lines that no one can be written to, each for a reason of its own.
bad = [
    "Yvette;Oublié;;Paris 11e;adhésion",                                       # no address
    "Raoul;Sansarobase;raoul.courriel.example;Paris 20e;adhésion",             # no @
    "Gisèle;Deuxarobases;gisele@@poste.example;Pantin;adhésion",               # two @
    "Paul;Espace;paul espace@poste.example;Paris 19e;adhésion",                # a space inside
    "Nadia;Sansdomaine;nadia@;Les Lilas;adhésion",                             # nothing after the @
    "Luc;Deuxadresses;luc@poste.example, luc.bis@poste.example;Paris 10e;adhésion",  # two addresses in a cell
    "Inconnu;Téléphone;06 00 00 00 00;Paris 11e;fête de quartier, juin 2026",  # a telephone number
    "Ève;Pointfinal;eve.@.example;Bagnolet;bulletin papier, mars 2026",        # dots where none may be
]
for number, line in enumerate(bad):
    rows.insert(15 + number * 23, line)

header = "Prénom;Nom;Courriel;Commune;Origine"
Path(__file__).with_name("contacts.csv").write_bytes(("\r\n".join([header, *rows]) + "\r\n").encode("cp1252"))
print(f"{len(rows)} lines: {len(people)} people, 10 duplicates, {len(bad)} refused")
