/// What a full stop after a word means in Dutch.
///
/// The lists hold lower-case words without their last stop. A word that is also an ordinary word (*zo*, *min*, *do*)
/// counts as an abbreviation before a number only.
enum Abbreviations {
    enum Kind {
        /// Something must follow: "art. 3", "dhr. Jansen", "incl. BTW".
        case neverEnds
        /// Ends the sentence when a capital follows: "enz.", "jl.", "e.d.".
        case mayEnd
        /// An abbreviation when a number follows, otherwise a word like any other: "min. 3", "ma. 12 juni".
        case beforeNumber
    }

    static func kind(of word: String) -> Kind? {
        if companies.contains(word) { return .mayEnd }
        // "Jan" is a name, "BV" and "NV" are words that may close a sentence.
        if word == "Jan" || word.count > 1 && !word.contains(".") && word == word.uppercased() { return nil }
        let key = word.lowercased()
        if neverEnds.contains(key) { return .neverEnds }
        if mayEnd.contains(key) { return .mayEnd }
        return beforeNumber.contains(key) ? .beforeNumber : nil
    }

    private static func list(_ words: String) -> Set<String> {
        Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    private static let companies = list("B.V N.V C.V V.O.F U.A S.A A.G")

    private static let neverEnds = list(
        """
        aant afb afd alg art artt bc bgm bijl bijv bl blz burg bv ca cf dd dhr dr drs ds e.g e.h evt excl fam fig
        geb gedep gem get hfst hfdst hr hs i.e ing incl ir jhr jkvr jo juff kand kap kol kpt ltz lt mevr mgr mr mw nl nr
        nrs onderd pag par paragr plv plm pp prof prov resp secr sgt st stb stcrt tel trb vgl vnl
        vlg vlgs voorz vz weth wnd zgn zg zog
        a.d.h.v a.g.v a.h.v a.h.w b.d b.g.g b.t.w b.v c.a c.q d.d d.m.v d.t.v d.w.z f.a.o i.a.a i.b.v i.c i.c.m i.e.w
        i.g.v i.h.a i.h.b i.h.k.v i.i.g i.k.v i.m i.o i.o.m i.o.v i.p.v i.r.t i.s.m i.t.t i.v.m i.z i.z.h k.a l.b.v m.a.w m.b.t
        m.b.v m.d.v m.g.v m.h.o.o m.i m.i.v m.m.v m.n m.o.m m.u.v n.a.v n.o.m o.a o.b.v o.e.m o.g.v o.i.v o.l.v o.m o.o.k
        o.r.v o.v o.v.v p.a s.v t.a.v t.b.v t.d.v t.e.m t.g.v t.h.v t.k.v t.l.v t.n.v t.o t.o.v t.v.v t.w t.w.v t.z.v u.b.v
        u.d v.a v.d v.h v.k v.w.b w.b.t w.o w.v z.g
        """)

    private static let mayEnd = list(
        """
        bijz cos ed eds enz enzv etc evv gebr ibid id idem inw jhg jl jr ll mld mln mrd sr str subcat vert
        apr aug dec feb febr jan jul jun mrt nov okt sep sept
        a.s a.u.b b.d.w c.s d.v e.a e.d e.e.a e.o e.v e.v.v j.l k.k l.l l.s m.e.o n.b n.chr n.n.b n.o.t.k
        n.t.b n.v.t o.d o.i o.i.d o.n.v p.d p.j p.k p.m p.o p.p p.st p.w q.q r.d s.v.p t.h.t t.z.t u.i.t v.chr
        v.g v.l.n.r v.m v.v w.v.t.t.k z.i z.n z.o.z z.p z.s.m
        """)

    private static let beforeNumber = list(
        """
        bep circ di do ed ha km ma max md min no nov p qu sec v vr vs wo za §
        """)
}
