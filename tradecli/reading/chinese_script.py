"""Writes simplified characters as the traditional ones that the words of trade are known by. Pure."""

from __future__ import annotations

#: Characters of the simplified script, and the one of the traditional script that stands for each.
_SIMPLIFIED = (
    "万与业东两个为丽么义乌乐买于亚产亿仅从仪们价优会体余储兰关兴兹内写农准减几创别制剧务动励劲势区华协单卖历压双发号后员响团围国图圆场处备复够头奥学实宾对寻导将尔尽"
    "层属岛币师带帮库应开异弃张弹强归当录态总恶惊惯愿战扩护报担择挂挤损换据摆敌数斩断无旧时显术机杂权来极构枪标样检欧汇汉沟没泽测济涌润涨淀渐温湾灾炉点烟烧热爱爷牵状"
    "独献环现电疗盐监盖盘矿确礼离种积称税稳笔筑签简类粮紧红纤约级纪纯纸纺纽线织结给绝统继绩续维综绿缅缓缔编缩网罗罚职联肃胀胜胶脑脱艺节荣药获营虑虽补装观规视觉计订认"
    "让训议讯记讲设评诉试话询该详语误说请调负贡财败账货质贬购贸费赁资赛赢赶趋跃车轨转轮软较辆输边达迁过迈运还这进远连选逊遗邻释针钟钢铁铜铝银销锐错镜长门问间闻阳阶际"
    "陆险随隐难雾静韩页顶项顺预领题额风飙飚飞饮饰馆马驱驻骤鲁龄龙"
)
_TRADITIONAL = (
    "萬與業東兩個為麗麼義烏樂買於亞產億僅從儀們價優會體餘儲蘭關興茲內寫農準減幾創別製劇務動勵勁勢區華協單賣歷壓雙發號後員響團圍國圖圓場處備復夠頭奧學實賓對尋導將爾儘"
    "層屬島幣師帶幫庫應開異棄張彈強歸當錄態總惡驚慣願戰擴護報擔擇掛擠損換據擺敵數斬斷無舊時顯術機雜權來極構槍標樣檢歐匯漢溝沒澤測濟湧潤漲澱漸溫灣災爐點菸燒熱愛爺牽狀"
    "獨獻環現電療鹽監蓋盤礦確禮離種積稱稅穩筆築簽簡類糧緊紅纖約級紀純紙紡紐線織結給絕統繼績續維綜綠緬緩締編縮網羅罰職聯肅脹勝膠腦脫藝節榮藥獲營慮雖補裝觀規視覺計訂認"
    "讓訓議訊記講設評訴試話詢該詳語誤說請調負貢財敗賬貨質貶購貿費賃資賽贏趕趨躍車軌轉輪軟較輛輸邊達遷過邁運還這進遠連選遜遺鄰釋針鐘鋼鐵銅鋁銀銷銳錯鏡長門問間聞陽階際"
    "陸險隨隱難霧靜韓頁頂項順預領題額風飆飆飛飲飾館馬驅駐驟魯齡龍"
)
_TABLE = str.maketrans(_SIMPLIFIED, _TRADITIONAL)


def traditional(text: str) -> str:
    """A text in traditional characters, each at its own place.

    Examples:
        >>> traditional("对美国出口顺差继续扩大，创历年新高")
        '對美國出口順差繼續擴大，創歷年新高'
    """
    return text.translate(_TABLE)
