"""Many ways to say one thing: that an instrument was signed, adopted or entered into force, and how it is named.

All sentences here are true by the record, or speak of something else and must not be judged.
"""

from __future__ import annotations

import pytest
from reading_help import read

TRUE = [
    ("signed_on", "The North Atlantic Treaty bears the date of 4 April 1949."),
    (
        "signed_on",
        "On 4 April 1949 twelve foreign ministers gathered in Washington to put their signatures under the North Atlantic Treaty.",  # noqa: E501
    ),
    ("signed_on", "Signature of the Budapest Memorandum took place on 5 December 1994."),
    ("signed_on", "The Budapest Memorandum, a product of 5 December 1994, still haunts Kyiv."),
    ("signed_on", "It was in May 1992 that the Collective Security Treaty came into being."),
    ("signed_on", "The ANZUS Treaty goes back to 1 September 1951."),
    ("signed_on", "The ANZUS Treaty dates to September 1951."),
    ("signed_on", "When the Warsaw Pact was founded in May 1955, Albania was in."),
    ("signed_on", "The Warsaw Pact was created on 14 May 1955."),
    ("signed_on", "The Warsaw Pact was established in 1955."),
    ("signed_on", "NATO was founded on 4 April 1949."),
    ("signed_on", "The Aachen Treaty was agreed in January 2019."),
    ("signed_on", "Macron and Merkel sealed the Treaty of Aachen on 22 January 2019."),
    ("signed_on", "The two leaders formalised the Saudi-Pakistani defence pact on 17 September 2025."),
    ("signed_on", "The Mutual Defense Treaty, inked on October 1, 1953, has kept the peace."),
    ("signed_on", "The Mutual Defense Treaty between Washington and Seoul was born on October 1, 1953."),
    ("signed_on", "Washington and Seoul entered into the US-ROK Mutual Defense Treaty on October 1, 1953."),
    ("signed_on", "Washington and Seoul concluded their mutual defence treaty in October 1953."),
    ("signed_on", "A mutual defence treaty between Washington and Seoul has existed since October 1953."),
    ("signed_on", "The Washington Declaration was issued on 26 April 2023."),
    ("signed_on", "The Washington Declaration was released on April 26, 2023."),
    ("signed_on", "Biden and Yoon unveiled the Washington Declaration on April 26, 2023."),
    ("signed_on", "The Moscow Declaration, of 4 August 2001, is still quoted."),
    ("signed_on", "The Moscow Declaration (4 August 2001) is still quoted."),
    ("signed_on", "The Moscow Declaration (signed 4 August 2001) is still quoted."),
    ("signed_on", "The Charter of the United Nations was signed at San Francisco on the 26th of June, 1945."),
    ("signed_on", "The Rio Treaty was opened for signature on 2 September 1947."),
    ("signed_on", "Representatives of fifteen states signed the Kellogg-Briand Pact in Paris on 27 August 1928."),
    ("signed_on", "The Treaty of Lisbon received its signatures on 13 December 2007."),
    ("signed_on", "The Korean armistice was concluded on 27 July 1953."),
    ("signed_on", "The Korean armistice was reached on 27 July 1953."),
    ("signed_on", "July 27, 1953, saw the signing of the Korean Armistice Agreement."),
    ("signed_on", "27 July 1953 was the day on which the Korean Armistice Agreement was signed."),
    ("signed_on", "The signing ceremony for the Treaty of Aachen was held on 22 January 2019."),
    ("signed_on", "Six states put pen to paper on the Collective Security Treaty on 15 May 1992."),
    ("signed_on", "ANZUS was formed in 1951."),
    ("signed_on", "The Five Power Defence Arrangements were agreed in April 1971."),
    ("signed_on", "The Five Power Defence Arrangements date from April 1971."),
    ("in_force_since", "The North Atlantic Treaty became operative on 24 August 1949."),
    ("in_force_since", "The North Atlantic Treaty has been binding since 24 August 1949."),
    (
        "in_force_since",
        "With the deposit of the last ratification on 24 August 1949, the North Atlantic Treaty entered into force.",
    ),
    ("in_force_since", "The entry into force of the North Atlantic Treaty followed on 24 August 1949."),
    ("in_force_since", "The NPT's entry into force came on 5 March 1970."),
    ("in_force_since", "The Non-Proliferation Treaty, in effect since 1970, has 190 parties."),
    ("in_force_since", "In effect since 1970, the Non-Proliferation Treaty was extended in 1995."),
    ("in_force_since", "The treaty of Aachen has applied since January 2020."),
    ("in_force_since", "Since 22 January 2020 the Treaty of Aachen has been in force."),
    ("in_force_since", "Since 22 January 2020 the Treaty of Aachen has bound both countries."),
    ("in_force_since", "The Lisbon Treaty kicked in on 1 December 2009."),
    ("in_force_since", "The Lisbon Treaty went into effect at the start of December 2009."),
    ("in_force_since", "The Treaty of Lisbon has been law since 1 December 2009."),
    ("in_force_since", "The Warsaw Treaty was activated on 5 June 1955."),
    ("in_force_since", "The Warsaw Treaty became effective on June 5, 1955."),
    ("in_force_since", "The Warsaw Treaty took legal effect on June 5, 1955."),
    ("in_force_since", "The Warsaw Treaty acquired legal force on June 5, 1955."),
    ("in_force_since", "The Warsaw Treaty gained force of law in June 1955."),
    ("in_force_since", "ANZUS has been in operation since 29 April 1952."),
    ("in_force_since", "ANZUS, in force from 29 April 1952, binds three states."),
    ("in_force_since", "The Russia-Belarus security guarantees treaty started to operate on 13 March 2025."),
    ("in_force_since", "The date of entry into force of the Rio Treaty is 3 December 1948."),
    ("in_force_since", "The Collective Security Treaty did not enter into force until 20 April 1994."),
    ("in_force_since", "The Collective Security Treaty entered into force only in 1994."),
    ("in_force_since", "The Collective Security Treaty was ratified and came into force on 20 April 1994."),
    ("in_force_since", "The Sino-North Korean treaty took effect two months later, on 10 September 1961."),
    ("signed_at", "The Collective Security Treaty was signed in the Uzbek capital."),
    ("signed_at", "The Budapest Memorandum was signed in the Hungarian capital on 5 December 1994."),
    ("signed_at", "Tashkent hosted the signing of the Collective Security Treaty."),
    ("signed_at", "It was at Bamako that the Liptako-Gourma Charter was signed."),
    ("signed_at", "The Liptako-Gourma Charter was adopted in Bamako."),
    ("signed_at", "The venue for the signing of the Liptako-Gourma Charter was Bamako."),
    ("signed_at", "The Sino-Russian treaty of 2001, signed at the Kremlin, runs for twenty years."),
    ("signed_at", "The Rio Treaty was concluded in Rio de Janeiro."),
    ("signed_at", "Putin and Kim signed the Comprehensive Strategic Partnership Treaty during a summit in Pyongyang."),
    ("signed_by", "The Sino-Russian treaty of 2001 was signed by Jiang Zemin and Vladimir Putin."),
    ("signed_by", "Jiang Zemin and Vladimir Putin signed the Sino-Russian treaty of 2001."),
    ("signed_by", "The signatures of Jiang Zemin and Vladimir Putin stand under the Sino-Russian treaty of 2001."),
    ("signed_by", "For Russia the Sino-Russian treaty of 2001 was signed by Vladimir Putin."),
    ("signed_by", "The Comprehensive Military Agreement was signed by the two defence ministers."),
    ("signed_by", "The defence ministers of the two Koreas signed the Comprehensive Military Agreement."),
    ("signed_by", "The US-ROK Mutual Defense Treaty carries the signature of John Foster Dulles."),
    ("adopted_in", "Resolution 1718 was passed by the Security Council on 14 October 2006."),
    ("adopted_in", "The Security Council adopted resolution 1718 in October 2006."),
    ("adopted_in", "Resolution 2397, of 22 December 2017, tightened the screws."),
    ("adopted_in", "Resolution 2397 (22 December 2017) tightened the screws."),
    ("adopted_in", "Adopted on 22 December 2017, resolution 2397 caps crude oil."),
    ("adopted_in", "Resolution 2270 dates from March 2016."),
    ("adopted_in", "On 2 March 2016 the Council voted unanimously for resolution 2270."),
    ("adopted_in", "With resolution 2375 of September 2017 the Council banned textiles."),
    ("adopted_in", "Resolution 2321 came in November 2016."),
    ("adopted_in", "The Council approved resolution 2371 on 5 August 2017."),
    ("adopted_in", "In September 2017 the Council responded with resolution 2375."),
]
OF_OTHER_THINGS = [
    "The Collective Security Treaty Organization was founded in 2002.",
    "The CSTO was created in October 2002 on the basis of the Collective Security Treaty.",
    "The Shanghai Cooperation Organisation was established in Shanghai in June 2001.",
    "The NPT was extended indefinitely in 1995.",
    "The NPT review conference of 2010 adopted a final document on 28 May 2010.",
    "Russia ratified the treaty with North Korea on 9 November 2024.",
    "The State Duma approved the Russia-DPRK treaty on 24 October 2024.",
    "Kim Jong Un signed a decree ratifying the Russia-DPRK treaty on 11 November 2024.",
    "The Russia-DPRK treaty was ratified by the Federation Council on 6 November 2024.",
    "Germany joined the North Atlantic Treaty on 6 May 1955.",
    "The North Atlantic Council adopted its new Strategic Concept in Madrid on 29 June 2022, recalling Article 5 of the Washington Treaty.",  # noqa: E501
    "NATO invoked Article 5 of the Washington Treaty for the first time on 12 September 2001.",
    "In 1966 France left the integrated command, but it stayed in the North Atlantic Treaty.",
    "The Budapest Memorandum was violated on 27 February 2014, Kyiv says.",
    "Ukraine celebrated the anniversary of the Budapest Memorandum on 5 December 2024.",
    "On 18 June 2024 Putin arrived in Pyongyang, where the Russia-DPRK treaty was to be signed.",
    "The text of the Russia-DPRK treaty was published on 20 June 2024.",
    "The Russia-DPRK treaty was submitted to parliament on 14 October 2024.",
    "The Mutual Defense Treaty between the US and the Philippines was tested in June 2024 at Second Thomas Shoal.",
    "The Warsaw Pact invaded Czechoslovakia in August 1968.",
    "Warsaw Pact troops crossed the border on 21 August 1968.",
    "The Treaty of Aachen builds on the Élysée Treaty, signed on 22 January 1963.",
    "The Treaty of Aachen was debated in the Bundestag in March 2019.",
    "The US-Japan Security Treaty was revised in 1960.",
    "Protests against the US-Japan Security Treaty peaked in June 1960.",
    "The US-Japan Security Treaty was applied to the Senkakus by Obama in April 2014.",
    "The Comprehensive Military Agreement was suspended on 4 June 2024.",
    "The Panmunjom Declaration was signed on 27 April 2018, five months before the Comprehensive Military Agreement.",
    "The Saudi-Pakistani pact came a week after Israel struck Doha on 9 September 2025.",
    "Resolution 1718 was followed by resolution 1874 in June 2009.",
    "North Korea tested a nuclear device on 9 October 2006, and resolution 1718 was the answer.",
    "The panel of experts published its report on 7 March 2023.",
    "The Korean armistice has been violated many times since July 1953.",
    "The Inter-Korean Basic Agreement was followed by the joint declaration on denuclearisation of 20 January 1992.",
    "Australia signed a contract for submarines under AUKUS in March 2023.",
    "The AUKUS partners announced the optimal pathway on 13 March 2023.",
    "The ANZUS Council met in Canberra on 3 July 1984.",
    "New Zealand passed its nuclear-free law in June 1987, and ANZUS was never the same.",
    "The Rio Treaty was invoked on 11 September 2019 against Venezuela.",
    "The UN Charter was amended in 1963.",
    "Switzerland joined the United Nations in 2002; the UN Charter binds it since.",
    "The General Assembly adopted the resolution on 2 March 2022, citing the UN Charter.",
    "The Security Council adopted resolution 678 on 29 November 1990 under Chapter VII of the UN Charter.",
    "The Treaty of Lisbon was rejected by Irish voters on 12 June 2008.",
    "France invoked article 42(7) of the Treaty on European Union on 17 November 2015.",
    "The Five Power Defence Arrangements held their first exercise in 1972.",
    "The Kellogg-Briand Pact won its author the Nobel Prize in 1929.",
    "The Liptako-Gourma Charter was followed by a confederation treaty signed in Niamey on 6 July 2024.",
    "Mali, Burkina Faso and Niger announced their exit from ECOWAS on 28 January 2024, four months after the Liptako-Gourma Charter.",  # noqa: E501
    "Russia and Mongolia signed a gas deal in 2024, citing the Russia-Mongolia treaty of 2019.",
    "China and Russia issued a joint statement on 4 February 2022 that recalls their treaty of 2001.",
    "The Sino-Russian treaty of 2001 was extended on 28 June 2021.",
    "The Philippines and Japan began talks on the Reciprocal Access Agreement in November 2023.",
    "The Japanese Diet ratified the Reciprocal Access Agreement with the Philippines in June 2025.",
    "In December 2024 the two Koreas remembered the Basic Agreement of 1991.",
]
NAMED = [
    ("The Franco-German treaty signed at Aachen in 2019 was praised.", "aachen-2019"),
    ("Paris and Berlin concluded the Aachen treaty.", "aachen-2019"),
    ("the Treaty of Aachen between France and Germany", "aachen-2019"),
    ("the 2019 Franco-German treaty", "aachen-2019"),
    ("the ANZUS pact", "anzus-1951"),
    ("the ANZUS Treaty of 1951", "anzus-1951"),
    ("the security treaty between Australia, New Zealand and the United States", "anzus-1951"),
    ("Canberra's treaty with Washington and Wellington", "anzus-1951"),
    ("the Pacific Security Treaty", "anzus-1951"),
    ("the Arab League's 1950 defence pact", "arab-joint-defence-1950"),
    ("the Arab Joint Defence Treaty", "arab-joint-defence-1950"),
    ("the Joint Defence and Economic Cooperation Treaty of 1950", "arab-joint-defence-1950"),
    ("the Arab collective security pact", "arab-joint-defence-1950"),
    ("the 2010 agreement between Turkey and Azerbaijan", "aze-tur-2010"),
    ("the Azerbaijani-Turkish strategic partnership agreement", "aze-tur-2010"),
    ("the mutual support pact between Ankara and Baku", "aze-tur-2010"),
    ("the Budapest Memorandum", "budapest-1994"),
    ("the 1994 memorandum", "budapest-1994"),
    ("the memorandum signed in Budapest", "budapest-1994"),
    ("the Camp David commitment", "camp-david-2023"),
    ("the Commitment to Consult adopted at Camp David", "camp-david-2023"),
    ("the trilateral commitment of August 2023 between Japan, South Korea and the United States", "camp-david-2023"),
    ("the Sino-North Korean treaty", "chn-prk-1961"),
    ("the 1961 Sino-North Korean friendship treaty", "chn-prk-1961"),
    ("China's mutual defence treaty with North Korea", "chn-prk-1961"),
    ("Beijing's 1961 pact with Pyongyang", "chn-prk-1961"),
    ("the Sino-DPRK treaty of 1961", "chn-prk-1961"),
    ("the China-North Korea alliance treaty", "chn-prk-1961"),
    ("the 2001 Sino-Russian treaty", "chn-rus-2001"),
    ("the 2001 friendship treaty between China and Russia", "chn-rus-2001"),
    ("the Treaty of Good-Neighborliness and Friendly Cooperation", "chn-rus-2001"),
    ("the good-neighbour treaty between Moscow and Beijing", "chn-rus-2001"),
    ("the Sino-Soviet Treaty of Friendship, Alliance and Mutual Assistance", "chn-sun-1950"),
    ("the 1950 Sino-Soviet alliance", "chn-sun-1950"),
    ("Mao's treaty with the Soviet Union of 1950", "chn-sun-1950"),
    ("the Sino-Soviet pact", "chn-sun-1950"),
    ("the Collective Security Treaty", "collective-security-1992"),
    ("the Tashkent Treaty of 1992", "collective-security-1992"),
    ("the Tashkent pact", "collective-security-1992"),
    ("the CSTO treaty", "collective-security-1992"),
    ("the CSTO's founding treaty", "collective-security-1992"),
    ("the ECOWAS defence protocol", "ecowas-defence-1981"),
    ("the 1981 protocol on mutual assistance on defence", "ecowas-defence-1981"),
    ("the West African defence protocol of 1981", "ecowas-defence-1981"),
    ("the Lisbon Treaty", "eu-lisbon-2007"),
    ("the Treaty on European Union", "eu-lisbon-2007"),
    ("the EU treaty", "eu-lisbon-2007"),
    ("the EU's mutual assistance clause", "eu-lisbon-2007"),
    ("the Five Power Defence Arrangements", "five-power-1971"),
    ("the five-power arrangements", "five-power-1971"),
    ("the FPDA", "five-power-1971"),
    ("the Franco-Greek defence pact", "fra-grc-2021"),
    ("the 2021 defence agreement between Paris and Athens", "fra-grc-2021"),
    ("the strategic partnership agreement between France and Greece", "fra-grc-2021"),
    ("the UK-Ukraine security agreement", "gbr-ukr-2024"),
    ("the British-Ukrainian agreement on security cooperation", "gbr-ukr-2024"),
    ("the January 2024 agreement between London and Kyiv", "gbr-ukr-2024"),
    ("the Inter-Korean Basic Agreement", "inter-korean-basic-1991"),
    ("the Basic Agreement of 1991", "inter-korean-basic-1991"),
    ("the 1991 Basic Agreement between the two Koreas", "inter-korean-basic-1991"),
    ("the South-North Basic Agreement", "inter-korean-basic-1991"),
    ("the 2018 inter-Korean military agreement", "inter-korean-military-2018"),
    ("the Comprehensive Military Agreement", "inter-korean-military-2018"),
    ("the September 19 military accord", "inter-korean-military-2018"),
    ("the inter-Korean military pact of 2018", "inter-korean-military-2018"),
    ("the Japan-Philippines Reciprocal Access Agreement", "jpn-phl-2024"),
    ("the reciprocal access agreement between Tokyo and Manila", "jpn-phl-2024"),
    ("the Kellogg-Briand Pact", "kellogg-briand-1928"),
    ("the Pact of Paris", "kellogg-briand-1928"),
    ("the Paris Pact of 1928", "kellogg-briand-1928"),
    ("the General Treaty for Renunciation of War", "kellogg-briand-1928"),
    ("the Korean armistice", "korean-armistice-1953"),
    ("the 1953 Armistice Agreement", "korean-armistice-1953"),
    ("the armistice of 1953", "korean-armistice-1953"),
    ("the Panmunjom armistice", "korean-armistice-1953"),
    ("the Korean War armistice agreement", "korean-armistice-1953"),
    ("the Liptako-Gourma Charter", "liptako-gourma-2023"),
    ("the charter of the Alliance of Sahel States", "liptako-gourma-2023"),
    ("the Sahel charter signed in Bamako", "liptako-gourma-2023"),
    ("the North Atlantic Treaty", "north-atlantic-1949"),
    ("the Washington Treaty of 1949", "north-atlantic-1949"),
    ("NATO's founding treaty", "north-atlantic-1949"),
    ("the NATO treaty", "north-atlantic-1949"),
    ("the Atlantic pact", "north-atlantic-1949"),
    ("the alliance's founding treaty of 1949", "north-atlantic-1949"),
    ("the Non-Proliferation Treaty", "npt-1968"),
    ("the NPT", "npt-1968"),
    ("the Treaty on the Non-Proliferation of Nuclear Weapons", "npt-1968"),
    ("the nuclear non-proliferation treaty of 1968", "npt-1968"),
    ("the Pyongyang Declaration of 2000", "pyongyang-declaration-2000"),
    ("the DPRK-Russia joint declaration of July 2000", "pyongyang-declaration-2000"),
    ("the Moscow Declaration of 2001", "moscow-declaration-2001"),
    ("the DPRK-Russia Moscow Declaration", "moscow-declaration-2001"),
    ("the Rio Treaty", "rio-1947"),
    ("the Rio Pact", "rio-1947"),
    ("the Inter-American Treaty of Reciprocal Assistance", "rio-1947"),
    ("the inter-American treaty of 1947", "rio-1947"),
    ("TIAR", "rio-1947"),
    ("the Russian-Belarusian treaty on security guarantees", "rus-blr-2024"),
    ("the security guarantees treaty between Moscow and Minsk", "rus-blr-2024"),
    ("the treaty on security guarantees within the Union State", "rus-blr-2024"),
    ("the Russian-Iranian strategic partnership treaty", "rus-irn-2025"),
    ("the treaty between Moscow and Tehran", "rus-irn-2025"),
    ("the comprehensive strategic partnership treaty with Iran", "rus-irn-2025"),
    ("the Russia-Iran pact of January 2025", "rus-irn-2025"),
    ("the 1993 Russian-Mongolian treaty", "rus-mng-1993"),
    ("the Treaty on Friendly Relations and Cooperation between Mongolia and Russia of 1993", "rus-mng-1993"),
    ("the 2019 treaty between Russia and Mongolia", "rus-mng-2019"),
    ("the Mongolian-Russian comprehensive strategic partnership treaty", "rus-mng-2019"),
    ("the 2000 friendship treaty between Russia and North Korea", "rus-prk-2000"),
    ("the Russian-North Korean treaty of February 2000", "rus-prk-2000"),
    ("the friendship, good-neighbourliness and cooperation treaty of 2000", "rus-prk-2000"),
    ("the comprehensive strategic partnership treaty between Russia and the DPRK", "rus-prk-2024"),
    ("the Russia-North Korea mutual defence treaty", "rus-prk-2024"),
    ("the 2024 treaty between Moscow and Pyongyang", "rus-prk-2024"),
    ("Putin's pact with Kim Jong Un", "rus-prk-2024"),
    ("the Russian-North Korean strategic partnership treaty", "rus-prk-2024"),
    ("the Russia-DPRK Comprehensive Strategic Partnership Treaty", "rus-prk-2024"),
    ("the 1994 treaty between Russia and Vietnam", "rus-vnm-1994"),
    ("the Russian-Vietnamese treaty on the basic principles of friendly relations", "rus-vnm-1994"),
    ("the Saudi-Pakistani defence pact", "sau-pak-2025"),
    ("the Strategic Mutual Defence Agreement", "sau-pak-2025"),
    ("the mutual defence agreement between Riyadh and Islamabad", "sau-pak-2025"),
    ("Pakistan's defence pact with Saudi Arabia", "sau-pak-2025"),
    ("the SCO Charter", "sco-charter-2002"),
    ("the charter of the Shanghai Cooperation Organisation", "sco-charter-2002"),
    ("the Shanghai organisation's charter of 2002", "sco-charter-2002"),
    ("the Bishkek treaty of 2007", "sco-neighbourliness-2007"),
    ("the 1961 Soviet-North Korean treaty", "sun-prk-1961"),
    ("the Soviet-DPRK alliance treaty", "sun-prk-1961"),
    ("the Soviet-North Korean mutual assistance treaty", "sun-prk-1961"),
    ("the 1961 treaty between the USSR and the DPRK", "sun-prk-1961"),
    ("Moscow's 1961 treaty with Pyongyang", "sun-prk-1961"),
    ("the Soviet-Vietnamese treaty of 1978", "sun-vnm-1978"),
    ("the 1978 friendship treaty between Hanoi and Moscow", "sun-vnm-1978"),
    ("the UN Charter", "un-charter"),
    ("the United Nations Charter", "un-charter"),
    ("the Charter of the United Nations", "un-charter"),
    ("the UN's founding charter", "un-charter"),
    ("Security Council resolution 1718", "unscr-1718"),
    ("Resolution 1718 (2006)", "unscr-1718"),
    ("UN resolution 1718", "unscr-1718"),
    ("UNSCR 1718", "unscr-1718"),
    ("S/RES/1718", "unscr-1718"),
    ("resolution 2397 of December 2017", "unscr-2397"),
    ("UN Security Council Resolution 2397", "unscr-2397"),
    ("the panel of experts on North Korea", "unscr-1718-panel"),
    ("the UN panel of experts monitoring sanctions on North Korea", "unscr-1718-panel"),
    ("the 1951 Security Treaty between Japan and the United States", "usa-jpn-1951"),
    ("the old US-Japan security treaty", "usa-jpn-1951"),
    ("the US-Japan Security Treaty of 1951", "usa-jpn-1951"),
    ("the original security treaty of 1951 with Japan", "usa-jpn-1951"),
    ("the US-Japan security treaty", "usa-jpn-1960"),
    ("the 1960 Treaty of Mutual Cooperation and Security", "usa-jpn-1960"),
    ("the revised US-Japan security treaty", "usa-jpn-1960"),
    ("Japan's security treaty with the United States", "usa-jpn-1960"),
    ("the Japan-US alliance treaty", "usa-jpn-1960"),
    ("the US-ROK Mutual Defense Treaty", "usa-kor-1953"),
    ("the 1953 mutual defence treaty between Washington and Seoul", "usa-kor-1953"),
    ("America's mutual defense treaty with South Korea", "usa-kor-1953"),
    ("the Korean-American defence treaty", "usa-kor-1953"),
    ("the US-South Korea alliance treaty", "usa-kor-1953"),
    ("the US-Philippine Mutual Defense Treaty", "usa-phl-1951"),
    ("the 1951 mutual defence treaty with Manila", "usa-phl-1951"),
    ("the mutual defense treaty between the Philippines and the United States", "usa-phl-1951"),
    ("the Sino-American Mutual Defense Treaty", "usa-twn-1954"),
    ("the 1954 mutual defence treaty with Taiwan", "usa-twn-1954"),
    ("the US-Taiwan defence treaty", "usa-twn-1954"),
    ("the mutual defence treaty between Washington and Taipei", "usa-twn-1954"),
    ("the Warsaw Pact", "warsaw-1955"),
    ("the Warsaw Treaty", "warsaw-1955"),
    ("the 1955 treaty of friendship, cooperation and mutual assistance signed in Warsaw", "warsaw-1955"),
    ("the Warsaw Treaty of 14 May 1955", "warsaw-1955"),
    ("the Washington Declaration", "washington-declaration-2023"),
    ("the April 2023 Washington Declaration", "washington-declaration-2023"),
]
UNKNOWN = [
    "the Treaty of Versailles",
    "the INF Treaty",
    "the Molotov-Ribbentrop Pact",
    "the 1978 treaty between China and Japan",
    "the Camp David Accords",
    "the Minsk agreements of 2015",
    "the Helsinki Final Act",
    "the Locarno treaties",
    "the Treaty of San Stefano",
    "the 1939 Soviet-German non-aggression pact",
    "New START",
    "the Moscow Treaty of 1970 between Bonn and Moscow",
    "the Sino-Indian border agreement of 1993",
    "the 2008 Libyan-Italian friendship treaty",
    "the Abraham Accords",
    "the 1955 Baghdad Pact",
    "the 1972 Shanghai Communique",
    "the 1965 Treaty on Basic Relations between Japan and South Korea",
    "the San Francisco Peace Treaty",
    "the Brussels Treaty of 1948",
    "the 2010 New START treaty",
    "the Franco-Soviet treaty of 1935",
    "the Anglo-Japanese alliance of 1902",
    "Turkey's 1959 cooperation agreement with the United States",
    "the Finno-Soviet treaty of 1948",
    "the Dayton Agreement",
    "the 1992 declaration on denuclearisation of the Korean peninsula",
    "the Panmunjom Declaration",
    "the Treaty of Rome",
]
TWO_TREATIES = [
    "The Warsaw Pact of 1955 was the answer to the North Atlantic Treaty of 1949, which had entered into force on 24 August 1949.",  # noqa: E501
    "ANZUS, signed in 1951, and the US-Philippines Mutual Defense Treaty, signed the same year, both speak of constitutional processes.",  # noqa: E501
    "While the North Atlantic Treaty was signed in Washington in 1949, the Warsaw Treaty was signed in Warsaw six years later.",  # noqa: E501
    "Unlike Article 5 of the North Atlantic Treaty, Article 4 of the Russia-DPRK treaty leaves no choice.",
    "The Sino-North Korean treaty of 1961 and the Soviet-North Korean treaty of the same year both entered into force on 10 September 1961.",  # noqa: E501
    "The US-Japan Security Treaty of 1960 replaced that of 1951, which had been signed in San Francisco on 8 September 1951.",  # noqa: E501
    "After the Budapest Memorandum of 1994 Ukraine joined the Non-Proliferation Treaty, which had been in force since 1970.",  # noqa: E501
    "Russia signed the Comprehensive Strategic Partnership Treaty with North Korea in June 2024 and a treaty with Iran in January 2025.",  # noqa: E501
    "Russia's treaty with Belarus was signed on 6 December 2024 and its treaty with Iran on 17 January 2025.",
    "The treaty with Iran has no mutual defence clause, whereas the treaty with North Korea does.",
    "Article 9 of the Sino-Russian treaty of 2001 provides for consultations, while Article 2 of the Sino-North Korean treaty provides for military assistance.",  # noqa: E501
    "Germany and France signed the Treaty of Aachen in 2019; Germany has been a member of NATO since 1955.",
    "Albania, which had left the Warsaw Pact in 1968, joined NATO in 2009.",
    "Finland joined NATO in 2023 and Sweden in 2024.",
    "Uzbekistan left the Collective Security Treaty in 1999, and so did Azerbaijan and Georgia.",
    "The Collective Security Treaty was signed in Tashkent in 1992, the SCO Charter in Saint Petersburg in 2002.",
    "The Inter-Korean Basic Agreement dates from December 1991 and the Comprehensive Military Agreement from September 2018.",  # noqa: E501
    "The Korean armistice of July 1953 preceded the US-ROK Mutual Defense Treaty of October 1953.",
    "The US-ROK Mutual Defense Treaty, like the US-Philippines one, can be ended on one year's notice.",
    "The Rio Treaty was signed two years before the North Atlantic Treaty.",
    "Resolution 2375 bans textiles, resolution 2371 coal and seafood, and resolution 2397 caps crude oil at 4 million barrels.",  # noqa: E501
    "Resolution 1718 was adopted in 2006, resolution 1874 in 2009 and resolution 2270 in 2016.",
    "Security Council resolutions 2371 and 2375 were adopted in August and September 2017 respectively.",
    "The Arab Joint Defence Treaty of 1950 and the ECOWAS defence protocol of 1981 promise collective defence.",
    "Paris invoked Article 42(7) of the Treaty on European Union, not Article 5 of the North Atlantic Treaty, in 2015.",
    "The Moscow Declaration of 2001 followed the Pyongyang Declaration of 2000, which followed the treaty of February 2000.",  # noqa: E501
    "The Russia-DPRK treaty of 2024, which replaced that of 2000, entered into force in December 2024.",
    "Under the Mutual Defense Treaty with Taiwan, which ended on 1 January 1980, the United States protected the island; the ANZUS Treaty is still in force.",  # noqa: E501
    "The Soviet Union dissolved in December 1991, months after the Warsaw Pact had ended on 1 July 1991.",
    "The Sino-Soviet alliance of 1950 was directed against Japan; the treaty of 2001 is not directed against anyone.",
    "The Liptako-Gourma Charter binds Mali, Niger and Burkina Faso, which left ECOWAS in January 2025.",
    "Turkey and Azerbaijan signed an agreement in 2010; Turkey has been a party to the North Atlantic Treaty since 1952.",  # noqa: E501
    "The Kellogg-Briand Pact was signed in 1928 in Paris, the UN Charter in 1945 in San Francisco.",
    "The UN Charter was signed on 26 June 1945 and entered into force on 24 October 1945, four years before the North Atlantic Treaty.",  # noqa: E501
    "France is a party to the Treaty of Aachen with Germany and to the defence agreement with Greece of September 2021.",  # noqa: E501
    "The Five Power Defence Arrangements bind Britain, Australia, New Zealand, Malaysia and Singapore, but not the United States, which is a party to ANZUS.",  # noqa: E501
    "Vietnam's treaty with the Soviet Union was signed in Moscow on 3 November 1978; its treaty with Russia in June 1994.",  # noqa: E501
    "The Washington Declaration of April 2023 is a political document; the Mutual Defense Treaty of 1953 is legally binding.",  # noqa: E501
    "The Camp David Commitment to Consult of August 2023 did not replace the US-Japan or US-ROK treaties.",
    "India signed the SCO Charter's accession papers in 2017, while Iran joined in 2023.",
    "North Korea announced its withdrawal from the Non-Proliferation Treaty in January 2003 and signed the Moscow Declaration in August 2001.",  # noqa: E501
    "Saudi Arabia and Pakistan signed their pact in Riyadh on 17 September 2025; the Arab Joint Defence Treaty dates from June 1950.",  # noqa: E501
    "NATO's founding treaty has fourteen articles, of which the fifth is the best known; it was signed by twelve states.",  # noqa: E501
    "The EU's mutual assistance clause, Article 42(7), entered into force with the Treaty of Lisbon on 1 December 2009.",  # noqa: E501
]
MOMENTS = ("signed_on", "signed_at", "signed_by", "adopted_in", "in_force_since")


@pytest.mark.parametrize(("kind", "text"), TRUE)
def test_true_statement_is_found_and_not_contradicted(kind: str, text: str) -> None:
    words = {word for found, _, word in read(text).verdicts() if found == kind}
    assert words & {"supported", "partly"}
    assert "contradicted" not in {word for _, _, word in read(text).verdicts()}


@pytest.mark.parametrize("text", OF_OTHER_THINGS)
def test_statement_about_something_else_is_not_contradicted(text: str) -> None:
    judged = read(text).verdicts()
    assert "contradicted" not in {word for _, _, word in judged}
    assert {word for kind, _, word in judged if kind in MOMENTS} <= {"not_in_corpus", "not_checkable"}


@pytest.mark.parametrize(("phrase", "about"), NAMED)
def test_instrument_is_known_by_many_names(phrase: str, about: str) -> None:
    text = phrase if phrase.endswith(".") else f"Analysts say that {phrase} still matters."
    assert about in {one for ids in read(text).ids("instrument", "provision") for one in ids.split()}


@pytest.mark.parametrize("phrase", UNKNOWN)
def test_instrument_that_the_corpus_lacks_is_linked_to_none(phrase: str) -> None:
    assert not any(read(f"Analysts say that {phrase} still matters.").ids("instrument", "provision"))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The Korean Armistice Agreement was signed on 27 July 1953; it took effect two days later.", "contradicted"),
        ("The Warsaw Treaty was signed on 14 May 1955 and came into force three weeks later.", "supported"),
        (
            "The Sino-Soviet Treaty of 1950 was signed on 14 February 1950 and entered into force on the very same day.",  # noqa: E501
            "contradicted",
        ),
        ("The Budapest Memorandum was signed on 5 December 1994 and took effect on the same day.", "supported"),
        ("The Collective Security Treaty did not enter into force until 20 April 1994.", "supported"),
        ("The Collective Security Treaty did not enter into force until 15 May 1995.", "contradicted"),
    ],
)
def test_entry_into_force_is_told_by_delay(text: str, verdict: str) -> None:
    assert [word for _, _, word in read(text).verdicts("in_force_since")] == [verdict]


def test_what_opens_with_a_participle_speaks_of_what_follows_the_comma() -> None:
    text = "Created by resolution 1874 in June 2009, the Panel of Experts of the 1718 Committee watched the sanctions."
    assert ("unscr-1874", "contradicted") not in {(about, word) for _, about, word in read(text).verdicts()}
    assert read("Signed in 1949, the North Atlantic Treaty is open.").verdicts("signed_on") == [
        ("signed_on", "north-atlantic-1949", "supported")
    ]


def test_pronoun_that_may_mean_another_instrument_is_not_contradicted() -> None:
    text = "The Warsaw Treaty and the North Atlantic Treaty stood against each other. The treaty was signed in 1949."
    (found,) = read(text).claims("signed_on")
    assert found.verdict.word != "contradicted"


@pytest.mark.parametrize("text", TWO_TREATIES)
def test_true_sentence_about_two_treaties_is_not_contradicted(text: str) -> None:
    assert "contradicted" not in {word for _, _, word in read(text).verdicts()}


def test_name_ends_where_the_next_treaty_begins() -> None:
    text = "It supersedes the US-Japan Security Treaty and the Mutual Defense Treaty of 1953."
    assert read(text).ids("instrument") == ["usa-jpn-1960", "usa-kor-1953"]


def test_that_of_a_year_is_a_treaty_of_the_same_parties() -> None:
    text = "The Russia-DPRK treaty of 2024 replaced that of 2000."
    assert read(text).verdicts("supersedes") == [("supersedes", "rus-prk-2024", "supported")]
    assert "rus-prk-2000" in read(text).ids("instrument")
