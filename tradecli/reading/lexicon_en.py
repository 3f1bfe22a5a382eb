"""The English words of trade news, by what they mean to a reader. Data.

Phrases are in small letters, with a blank for each hyphen; those of one meaning stand in one text, divided
by `|`.
"""

from __future__ import annotations

from tradecli.reading.model import Flow

#: Flows, by their words. A surplus is 1 and a deficit -1.
FLOWS = {
    Flow("export"): "exports|export|outbound trade|outgoing trade|goods sold abroad"
    "|goods sold overseas|shipments|shipment|outbound shipments|outbound sales|overseas sales"
    "|overseas shipments|outward shipments|exported|exporting|sold|sales abroad|foreign sales|sales"
    "|export sales|goods shipped|shipped|outgoing shipments|export value|export earnings",
    Flow("import"): "imports|import|purchases from abroad|purchases abroad|purchases from overseas"
    "|inbound trade|biggest supplier|largest supplier"
    "|top supplier|inbound shipments|inward shipments|imported|importing|import bill"
    "|overseas purchases|import value|incoming shipments|foreign purchases",
    Flow("balance", 1): "surplus|surpluses|net exports",
    Flow("balance", -1): "deficit|deficits|shortfall|trade gap|net imports",
    Flow("balance"): "trade balance|balance of trade|merchandise balance|goods balance",
    Flow("trade"): "two way trade|two way goods trade|total trade|bilateral trade|trade turnover"
    "|import export turnover|export import turnover|import and export turnover|export and import turnover"
    "|merchandise trading partner|goods trading partner|trading partner|trade volume|goods both ways"
    "|merchandise trade|trade value|foreign trade|external trade|goods trade|trade in goods",
}
#: What a number is of when it is of no flow of goods, by what it is called in a reading.
TRAPS = {
    "tariff": "tariff|tariffs|levy|levies|duty|duties|tariff rate|effective tariff rate|tariffs on imports"
    "|tariff on imports|tariff rate on imports|duties on imports|duty on imports|levies on imports"
    "|levy on imports|tariffs on exports|tariff on exports|rate on imports|tax on imports|taxes on imports"
    "|tariffs on goods|tax|taxes",
    "services": "services|goods and services|goods and services deficit|services surplus|services deficit"
    "|services exports|services imports|exports of services|imports of services"
    "|exports of goods and services|imports of goods and services|service exports|service imports"
    "|goods and services trade|current account|current account surplus|current account deficit|tourism",
    "orders": "orders|export orders|new orders|new export orders|backlog|orders from abroad",
    "gdp": "gdp|gross domestic product|economic growth"
    "|economy grew|economy expanded|economy contracted|gdp growth|growth of the economy|economy shrank",
    "revenue": "revenue|revenues|profit|profits|net profit|earnings|net income|turnover of the company"
    "|capital expenditure|capital spending|capex|market capitalization|dividend|domestic sales|retail sales"
    "|company sales|car sales|chip sales|vehicle sales|contract|contracts|deal|deals",
    "volume": "tons|tonnes|units|barrels|vehicles|containers|teu|teus|kilograms|cargo throughput|volume"
    "|volumes|by volume|in volume terms|export volume|import volume|passengers|kilowatt hours|bushels",
    "other": "industrial production|production|output|production value|inflation|consumer prices|cpi|ppi"
    "|unemployment|unemployment rate|interest rate|interest rates|policy rate|pmi|index|foreign exchange"
    "|foreign exchange reserves|reserves|investment|investments|foreign direct investment|fdi|taiex|shares"
    "|share price|stock|stocks|exchange rate|won weakened|appreciation|depreciation|population|workforce"
    "|money supply|bonds|budget|budget deficit|fiscal deficit|budget surplus|government spending|prices"
    "|import prices|export prices|retail|savings|loans|capacity|daily average|average daily exports"
    "|working day|working days|daily exports|per working day|per day|market share of|smartphone market"
    "|value added|inventories|spending|wages|debt|subsidies",
    "seasonally_adjusted": "seasonally adjusted|adjusted for the season|seasonal adjustment"
    "|after seasonal adjustment|seasonally adjusted basis|balance of payments basis",
}
#: Words after which a number is of part of a month.
PART_OF_MONTH = (
    "first 10 days|first ten days|first 20 days|first twenty days|first 15 days|first half of the month"
    "|first two weeks|first three weeks|last week of|first week of|10 day period|20 day period"
    "|first 25 days|half of the month|opening 10 days|opening 20 days|the first fortnight"
)
#: Words that make a number a forecast, to the end of its part of the sentence; and those of its subject.
FORECAST = (
    "forecast|forecasts|forecasted|forecasting|predict|predicts|predicted|prediction|predictions|projected"
    "|projects|projection|projections|expected|expects|expect|expecting|expectation|expectations|consensus"
    "|poll|survey|polled|surveyed|median estimate|median forecast|median|estimate"
    "|estimates|anticipated|anticipates|anticipate|would|will|could|may|might|should|likely|is set to"
    "|are set to|set to|on course|on track|outlook|target|targets|targeted|aims|aim|aiming|goal|projecting"
    "|estimated to|poised to|next month|next year|next quarter|coming months|would be|predicting"
    "|market expectations|bound to|pledged|pledge|looks for|see exports|sees exports"
    "|had seen|sees|foresees|foresee|envisages|envisaged"
    "|pencilled in|penciled in|guidance|hopes|hope|flash estimate"
    "|is seen|are seen|seen growing|seen rising|seen falling"
    "|seen expanding|base case|baseline|scenario|pegs|pegged|pencils in|calls for growth"
)
#: The same words where they say that a thing was not foreseen, or only that something was.
NO_FORECAST = (
    "than expected|than forecast|than predicted|than projected|than anticipated|as expected|than estimated"
    "|than economists expected|than economists had expected|than analysts expected|in line with expectations"
    "|in line with forecasts|above expectations|below expectations|beating expectations|beat expectations"
    "|beating forecasts|beat forecasts|missed forecasts|above forecasts|exceeded expectations"
    "|exceeding expectations|defying expectations|as predicted|as forecast|better than expected"
    "|faster than expected|surpassing expectations|topping forecasts|topped forecasts|beat estimates"
    "|beating estimates|missing forecasts|missed expectations|than the market expected"
    "|of the target|despite expectations|tax plan|export plan"
)
#: Verbs and adverbs before a number, nouns around it, and comparatives after it: of growth, then of decline.
UP_VERBS = (
    "rose|risen|rise|rises|rising|grew|grown|grow|grows|growing|increased|increase|increases|increasing|up"
    "|gained|gain|gains|gaining|climbed|climb|climbs|climbing|jumped|jump|jumps|jumping|surged|surge|surges"
    "|surging|soared|soar|soars|soaring|leapt|leaped|leap|leaping|advanced|advance|advances|advancing"
    "|expanded|expand|expands|expanding|widened|widen|widens|widening|swelled|swell|swelling|went up"
    "|gone up|going up|goes up|rocketed|skyrocketed|skyrocketing|picked up|edged up|inched up|ticked up"
    "|rebounded|rebound|rebounding|recovered|improved|strengthened|added|spiked|shot up|crept up|ballooned"
    "|ballooning|accelerated by|boomed|moved up|bounced back|higher by|increasing by|lifted|boosted|raised"
    "|growth|uptick|upturn|expansion|recovery|increment|hike|boost|rally|swung up|mushroomed|multiplied"
    "|nudged up|bounced|rallied|vaulted|roared|outgrew|enlarged|uptrend|upswing|spurt"
)
DOWN_VERBS = (
    "fell|fallen|fall|falls|falling|dropped|drop|drops|dropping|declined|decline|declines|declining|down"
    "|decreased|decrease|decreases|decreasing|slipped|slip|slips|slipping|slid|slide|slides|sliding|shed"
    "|shedding|contracted|contract by|contracting|contraction|plunged|plunge|plunges|plunging|plummeted"
    "|plummet|plummeting|tumbled|tumble|tumbling|sank|sunk|sink|sinking|shrank|shrunk|shrink|shrinks"
    "|shrinking|shrinkage|narrowed|narrow|narrows|narrowing|lost|losing|lose|dipped|dip|dipping|went down"
    "|gone down|going down|goes down|dived|retreated|retreat|weakened|slumped|slump|slumping|eased|easing"
    "|edged down|inched down|ticked down|reduced|reduction|cut|downturn|fall off|lower by|were off|was off"
    "|are off|off by|dwindled"
    "|collapsed|slashed|downtick|came down|coming down|dropping by|receded|backslid|cratered|crashed|waned"
    "|nosedived|nudged down|decelerated by|setback|loss|slipping by"
)
UP_AFTER = "higher|more|above|larger|greater|bigger|over|in excess|ahead|stronger"
DOWN_AFTER = "lower|less|below|smaller|fewer|under|short|weaker|shy"
#: Words of a pace, which say nothing of a sign.
PACE = (
    "slowed|slowing|slow|slows|slower|accelerated|accelerating|quickened|quickening|moderated|moderating"
    "|cooled|cooling|slowdown|acceleration|picked up pace|pace|eased to|stalled"
)
#: Words by which a percentage is of a whole.
SHARE = (
    "share|shares of exports|accounted for|accounting for|accounts for|account for|made up|making up"
    "|makes up|make up|represented|representing|represents|comprised|comprising|comprises|constituted"
    "|constituting|constitutes|proportion|took up|equivalent to|contributing|weighting"
)
#: Words before a number that belongs to what is compared with.
COMPARE = (
    "from|than|compared with|compared to|against|versus|vs|after|following|having|in contrast to"
    "|in comparison with|in comparison to|behind|up from|down from|relative to|as against|slower than"
    "|over|on|as compared with|as compared to|reversing|extending|building on"
)
#: What a growth rate is on.
BASIS = {
    "yoy": "year on year|year over year|on year|on the year|on an annual basis|on a yearly basis|yearly"
    "|on a yearly comparison|on an annual comparison|annually|y/y|yoy|from a year earlier|from a year before"
    "|from a year ago|from the year before|from the previous year|from the prior year|from last year"
    "|than a year earlier|than a year ago|than a year before|than the year before|than last year|annual"
    "|than in the same month last year|than the previous year|compared with a year earlier"
    "|compared with a year ago|on the previous year|on a year earlier|on a year ago|on a year before"
    "|on the year before|over a year earlier|over the year before|over a year ago|over the previous year"
    "|over last year|against a year earlier|against the year before|than in the previous year"
    "|than in the year before|compared to a year earlier|compared to last year|compared with last year"
    "|compared with the year before|compared with the previous year|compared to the previous year"
    "|from the preceding year|in annual terms|on year on year basis|in year on year terms|than last year's"
    "|from a year prior|versus a year earlier|versus a year ago|from the year earlier|from year earlier"
    "|from year ago|per annum|compared to a year ago|than in the prior year|than the prior year",
    "mom": "month on month|month over month|on month|on the month|on a monthly basis|m/m|mom|sequentially"
    "|from a month earlier|from a month before|from a month ago|from the month before|from the previous month"
    "|from the prior month|from the preceding month|from last month|than a month earlier"
    "|than in the previous month|than the previous month|on the previous month|on a month earlier"
    "|over the previous month|over the prior month|compared with the previous month|on a monthly comparison"
    "|compared with a month earlier|compared to the previous month|against the previous month"
    "|in month on month terms|than the month before|than in the month before|on the month before"
    "|compared with the month before|compared with last month|from one month earlier|on the prior month"
    "|on the preceding month|than in the preceding month|than the prior month|over a month earlier"
    "|against the month before|versus the previous month|versus a month earlier|than in the prior month",
    "qoq": "quarter on quarter|quarter over quarter|on quarter|on the quarter|q/q|qoq|from a quarter earlier"
    "|from the previous quarter|from the prior quarter|from the preceding quarter|over the previous quarter"
    "|on a quarterly basis|compared with the previous quarter|than in the previous quarter",
}
#: Periods that hang on another one.
RELATIVE = {
    "month_before": "previous month|prior month|preceding month|month before|month earlier|month ago"
    "|one month earlier|a month earlier|a month before",
    "year_before": "year earlier|year before|year ago|same month last year|same period last year"
    "|same month of the previous year|same month a year earlier|same period a year earlier"
    "|same month of last year|same period of last year|same period of the previous year|year earlier period"
    "|year ago period|year earlier month|year ago month|same month of the year before"
    "|same period of the year before|same month the year before|same period the year before"
    "|corresponding period last year|corresponding month last year|corresponding period a year earlier"
    "|corresponding period of last year|corresponding month of last year|same period in the previous year"
    "|same month in the previous year|same month a year ago|same period a year ago|year prior"
    "|corresponding period|same time last year|same quarter last year|same quarter a year earlier"
    "|same month a year before|same period a year before|same period last year|last year's level"
    "|comparable period|previous year|prior year|preceding year|same period in the prior year"
    "|same month|same period",
    "year_to_date": "year to date|running tally|running total|so far this year"
    "|this year so far|cumulative|cumulatively"
    "|year so far",
    "year": "full year|whole year|entire year|whole of the year|year as a whole",
    "quarter_before": "previous quarter|prior quarter|preceding quarter|quarter earlier",
    "last_month": "last month",
    "last_year": "last year|past year",
    "this_month": "this month|current month",
    "this_year": "this year",
    "twelve": "past 12 months|last 12 months|12 months to|year through|past twelve months",
    "quarter": "last quarter",
}
#: Words before a flow that say that it is of all goods, or of all partners.
ALL = "total|overall|all|merchandise|combined|aggregate|everything|headline|entire"
#: Words beside a flow that are no goods.
NO_GOODS = (
    "the|its|their|and|while|but|total|overall|strong|weak|robust|rising|falling|higher|lower|monthly|annual"
    "|yearly|quarterly|goods|merchandise|net|both|all|these|those|such|when|that|which|as|with|for|where|also"
    "|then|thus|meanwhile|however|similarly|conversely|instead|separately|outbound|overseas|inbound|foreign"
    "|two|record|solid|sluggish|slowing|real|nominal|more|over|about|nearly|almost|some|just|around|roughly"
    "|products|items|other|less|only|even|because|since|although|if|combined|cumulative|direct|global|asian"
    "|european|american|exports|imports|surging|soaring|growing|declining|booming|aggregate|actual|adjusted"
    "|worth|taiwan|china|japan|korea|this|last|his|her|our|any|most|each|every|local|domestic|trade|export"
    "|import|world|country|island|nation|new|first|second|third|fourth|general|main|major|key|regional|said"
    "|customs|core|weaker|stronger|electronics|slower|faster|bilateral|gross|goods|everything|what|services"
    "|whose|who|there|here|from|into|after|before|down|up|per|why|how|not|nor|than|between|among"
    "|regular|unadjusted|total|value|although|though|still|yet|again|actually|nonetheless|nevertheless"
)
#: Words by which a sentence goes on about what the one before was about.
SAME = (
    "it|that|this|they|the figure|the total|those|the amount|the tally|the number|the value|the rise|the gain"
)
#: Words that break a sentence in two; a comma or "and" breaks it less.
STRONG = "while|whereas|but|although|though|even though|even as|however|which|yet|when"
WEAK = (
    "and|with|leaving|resulting in|thanks to|because|as|exceeding|surpassing|topping|beating|outpacing"
    "|missing|putting|bringing|resulted in|led by"
)
#: Words after which a streak is over.
ENDED = "ended|ending|ends|snapped|snapping|broke|halted|halting|interrupted|end|breaking|stopped|reversed"
ORDINALS = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth"
    "|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth"
)
CARDINALS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen|eighteen|nineteen|twenty"
)
