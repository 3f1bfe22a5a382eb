"""What English trade news calls goods, places and those who count. Data.

Phrases of goods and sources are in small letters, with a blank for each hyphen; those of one meaning stand in
one text, divided by `|`. Names of places are as they are written.
"""

from __future__ import annotations

#: Goods by their code. A code without a list is of goods that no list here has.
GOODS = {
    "mof:ELECTRONIC_COMPONENTS": "electronic components|electronics components|electronic component"
    "|electronics component|electronic parts|electronic product parts|electronic parts and components"
    "|electronic components and parts|electronics component industry|electronics components industry"
    "|electronic components industry|electronics parts|electronic parts makers|parts of electronic products",
    "mof:ICT_AV": "ict and audio/video products|ict and audiovisual products|ict|ict products|information"
    "|information and communications technology products|information and communication technology products"
    "|information and communications technology|information and communication technology"
    "|information and communications products|information and communication products|audiovisual products"
    "|information, communication, and audio video products"
    "|information, communication and audio video products"
    "|information, communications and audio video products|information technology and audiovisual products"
    "|information and communications technology and audio visual products|audio visual products"
    "|ict and audio visual products|ict and audio video products|audio and video products"
    "|audio/video products"
    "|information and communication technology and audio visual products|audio video products"
    "|information, communication and audiovisual products"
    "|information, communications and audiovisual products"
    "|information, communication, and audiovisual products|information and communications devices"
    "|ict and audiovisual devices|ict goods|information and communications technology goods"
    "|communications and audiovisual products|audio and visual devices|communication and audiovisual products"
    "|tech and audiovisual products|information and communication goods|audio and visual products"
    "|information and audiovisual products|information, communications, and audiovisual products",
    "mof:INTEGRATED_CIRCUITS": "semiconductors|semiconductor|chips|chip|integrated circuits|ics|microchips"
    "|integrated circuit|semiconductor products|semiconductor chips|computer chips",
    "mof:ELECTRONIC_COMPONENTS_ICT_AV": "electronics and ict products"
    "|electronic components and ict products|electronic components and ict and audiovisual products"
    "|ict products and electronic components|tech products",
    "mof:DRAM": "dram|dram chips|dynamic random access memory",
    "mof:COMPUTERS": "computers|computers and related hardware|computers and related equipment|servers"
    "|computer products|computers and computer equipment|computers and peripherals|computer hardware",
    "mof:COMPUTER_PARTS": "computer parts|computer accessories|computer components|graphics cards",
    "mof:MACHINERY": "machinery|machinery products|machinery and mechanical appliances|industrial machinery",
    "mof:METALWORKING_MACHINE_TOOLS": "machine tools|machine tool|metalworking machine tools",
    "mof:ELECTRICAL_MACHINERY": "electrical machinery|electrical machinery products|electrical products"
    "|electric machinery|electrical equipment|electric machinery products|electrical goods"
    "|electric machinery equipment",
    "mof:BASE_METALS": "base metals|base metal products|basic metals|base metals and articles"
    "|base metal and related products|base metal|basic metal products|base metals and metal products",
    "mof:PLASTICS_RUBBER": "plastics and rubber|plastic and rubber products|plastics and rubber products"
    "|plastic|plastics|plastic products|rubber and plastic products|rubber and plastics|plastic and rubber"
    "|plastics, rubber and related products|rubber and plastic",
    "mof:CHEMICALS": "chemicals|chemical products|chemical|chemical goods",
    "mof:MINERALS": "minerals|mineral products|mineral|mineral goods",
    "mof:TRANSPORT": "transportation equipment|transport equipment|transport vehicles|transportation tools",
    "mof:TEXTILES": "textiles|textile products|textile",
    "mof:OPTICAL_PRECISION": "optical and precision instruments|optoelectronics and precision equipment"
    "|optical and precision equipment|optical devices and precision instruments|optical products"
    "|optical instruments|optical and precision products|optoelectronics|optical and precision machinery",
    "mof:REFINED_PETROLEUM": "refined petroleum products|refined petroleum|oil products",
    "mof:CRUDE_OIL": "crude oil|crude",
    "mof:GOLD": "gold",
    "mof:SEMICONDUCTOR_MAKING_MACHINERY": "semiconductor equipment|semiconductor manufacturing equipment"
    "|semiconductor production equipment|chipmaking equipment|chip making equipment|semiconductor machinery",
    "mof:STORAGE_MEDIA": "storage media|solid state drives",
    "mof:PRINTED_CIRCUIT_BOARDS": "printed circuit boards|pcbs",
    "mof:SWITCHES_ROUTERS": "switches and routers|routers and switches|networking equipment",
    "mof-use:CAPITAL_GOODS": "capital goods|capital equipment|capital equipment goods",
    "mof-use:CONSUMER_GOODS": "consumer goods|consumer products",
    "mof-use:RAW_MATERIALS": "agricultural and industrial raw materials|raw materials"
    "|agricultural and industrial materials",
    "mof-use:INTERMEDIATE_GOODS": "intermediate goods",
    ":AGRICULTURE": "agricultural products|agricultural|farm products|farm goods|agricultural goods"
    "|agro forestry fishery products|agro forestry and fishery products|agriculture",
    ":CARS": "cars|autos|automobiles|passenger cars|vehicle|auto|automobile|car|motor vehicles"
    "|passenger vehicles",
    ":OTHER_GOODS": "steel|steel products|ships|vessels|petrochemicals|petrochemical|petroleum products"
    "|garments|garment|footwear|seafood|rice|coffee|furniture|smartphones|phones|phones and components"
    "|pharmaceuticals|pharmaceutical|biohealth|aircraft|soybeans|rare earths|rare earth|lcds|displays|display"
    "|batteries|battery|home appliances|auto parts|ship|toys|energy|natural gas|lng|oil|coal|memory chips"
    "|wood products|fruit|vegetables|fruits|food|electronics|electronic products|telephones|mobile phones"
    "|electronics, computers and components|cosmetics|wireless devices|non oil|non oil domestic"
    "|manufactured goods|industrial products|industrial goods|apparel|clothing|beef|pork|palm oil"
    "|electrical and electronic products|e&e|medicines|medical devices|machinery and equipment"
    "|fruits and vegetables"
    "|industrial supplies|foods|beverages|weapons|arms|biotech|nickel|copper|iron ore|bicycles|solar cells",
}
#: Whose statistics a source of figures gives.
SOURCES = {
    "US": "census bureau|department of commerce|commerce department|bureau of economic analysis|u.s. data"
    "|us data|u.s. trade data|us trade data|u.s. government data|u.s. international trade commission|ustr",
    "KR": "ministry of trade, industry and energy|korea customs service|korea international trade association"
    "|ministry of trade, industry and resources|bank of korea|motie|ministry of trade and industry of korea",
    "VN": "general statistics office|vietnam customs|department of vietnam customs|national statistics office"
    "|general department of vietnam customs|ministry of industry and trade",
    "SG": "enterprise singapore|enterprisesg|nodx",
    "CN": "general administration of customs|china customs|chinese customs|china's customs",
    "CA": "statistics canada",
    "EU": "eurostat",
    "DE": "destatis|federal statistical office|federal statistics office",
    "HK": "census and statistics department",
    "JP": "japan's ministry of finance|japanese finance ministry|japan's finance ministry|japan customs",
    "ID": "statistics indonesia",
    "MY": "matrade",
}
#: Adjectives and other names of places that the table of places does not have.
PLACES = {
    "US": "US|U.S|U.S.|American|America|the States|USA|United States",
    "TW": "Taiwanese|Taiwan",
    "KR": "Korean|South Korean|Korea|S. Korea",
    "CN": "Chinese|PRC|mainland|the mainland|Mainland China|mainland China|Chinese mainland",
    "CN+HK": "China and Hong Kong|China with Hong Kong|China together with Hong Kong|China plus Hong Kong"
    "|mainland China and Hong Kong|China, including Hong Kong"
    "|China including Hong Kong|China (including Hong Kong)|China and HK|mainland and Hong Kong"
    "|China, Hong Kong included|Hong Kong and China|Greater China|Mainland China and Hong Kong",
    "JP": "Japanese",
    "VN": "Vietnamese|Viet Nam",
    "SG": "Singaporean|Singapore",
    "DE": "German",
    "CA": "Canadian",
    "MX": "Mexican",
    "HK": "HK|Hong Kong",
    "TH": "Thai",
    "MY": "Malaysian",
    "ID": "Indonesian",
    "PH": "Philippine",
    "IN": "Indian",
    "GB": "British|UK|U.K|U.K.",
    "FR": "French",
    "EU": "EU|European Union|the bloc|E.U",
    "EUROPE": "European|Europe",
    "ASEAN": "ASEAN|Southeast Asia|Southeast Asian|Association of Southeast Asian Nations|Asean",
    "NL": "Dutch|Netherlands",
    "AU": "Australian",
    "RU": "Russian",
    "TR": "Turkey|Turkish",
    "BR": "Brazilian",
}
