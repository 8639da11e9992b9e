<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="3.0" exclude-result-prefixes="#all"><!-- Made from memcon.odd by xslt/schema/rules.xsl; change that, and run “npm run schema”. --><xsl:output method="json"/>
   <xsl:key name="id" match="tei:*[@xml:id]" use="@xml:id"/>
   <xsl:key name="pointed-at" match="tei:*" use="for $pointer in (@ref, @who, @toWhom, @hand, @wit, @resp, @corresp, @target, @sameAs, @active, @passive, @assertedValue, @scheme) return tokenize(normalize-space($pointer), ' ')"/>
   <xsl:key name="about" match="tei:note[@target]" use="for $target in tokenize(normalize-space(@target), ' ') return substring($target, 2)"/>
   <xsl:key name="participant" match="tei:particDesc//tei:person | tei:particDesc//tei:personGrp" use="(@sameAs, for $id in @xml:id return concat('#', $id), for $pointer in @corresp return tokenize(normalize-space($pointer), ' '))"/>
   <xsl:key name="turn" match="tei:text//tei:said[not(@prev)]" use="'all'"/>
   <xsl:variable name="page-breaks" select="//tei:text//tei:pb[@n castable as xs:integer]"/>
   <xsl:variable name="not-ascending" select="for $i in 2 to count($page-breaks) return $page-breaks[$i][xs:integer(@n) le xs:integer($page-breaks[$i - 1]/@n)]"/>
   <xsl:mode name="rules" on-no-match="shallow-skip"/>
   <xsl:template match="/">
      <xsl:variable name="found" as="map(*)*">
         <xsl:apply-templates select="*" mode="rules"/>
      </xsl:variable>
      <xsl:sequence select="array{$found}"/>
   </xsl:template>
   <xsl:template match="*" mode="rules" as="map(*)*" priority="0">
      <xsl:apply-templates select="*" mode="rules"/>
   </xsl:template>
   <xsl:template match="tei:pb[@n castable as xs:integer]" mode="rules" as="map(*)*" priority="19">
      <xsl:if test="not(empty(. intersect $not-ascending))">
         <xsl:variable name="reason" as="xs:string">
            <xsl:value-of><xsl:text>Page </xsl:text><xsl:value-of select="@n"/><xsl:text> comes after a page with the same or a higher number.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:variable name="advice" as="xs:string">
            <xsl:value-of><xsl:text>Number the pages as the sheets lie, from 1; the number typed on a page stands in &lt;fw&gt;.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:sequence select="map{'rule': 'pages-ascend', 'severity': 'error', 'path': path(.), 'reason': $reason, 'advice': $advice}"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:fw[@type = 'stamp']" mode="rules" as="map(*)*" priority="18">
      <xsl:if test="not(tei:stamp)">
         <xsl:variable name="reason" as="xs:string">
            <xsl:value-of><xsl:text>&lt;fw&gt; is said to be a stamp, and has no stamp inside.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:variable name="advice" as="xs:string">
            <xsl:value-of><xsl:text>Put its words into &lt;stamp&gt;.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:sequence select="map{'rule': 'stamp-stands-in-furniture', 'severity': 'error', 'path': path(.), 'reason': $reason, 'advice': $advice}"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:note[@type = ('annotation', 'commentary')]" mode="rules" as="map(*)*" priority="17">
      <xsl:if test="not(@type != 'annotation' or @hand)">
         <xsl:variable name="reason" as="xs:string">
            <xsl:value-of><xsl:text>&lt;note&gt; is by hand, and names no hand.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:variable name="advice" as="xs:string">
            <xsl:value-of><xsl:text>Add @hand with the id of a &lt;handNote&gt;.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:sequence select="map{'rule': 'note-says-whose-it-is', 'severity': 'error', 'path': path(.), 'reason': $reason, 'advice': $advice}"/>
      </xsl:if>
      <xsl:if test="not(@type != 'commentary' or @resp)">
         <xsl:variable name="reason" as="xs:string">
            <xsl:value-of><xsl:text>&lt;note&gt; is an editor’s, and nobody answers for it.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:variable name="advice" as="xs:string">
            <xsl:value-of><xsl:text>Add resp="#editor", or the person who wrote it.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:sequence select="map{'rule': 'note-says-whose-it-is', 'severity': 'error', 'path': path(.), 'reason': $reason, 'advice': $advice}"/>
      </xsl:if>
      <xsl:if test="not(@type != 'commentary' or @target or ancestor::tei:text)">
         <xsl:variable name="reason" as="xs:string">
            <xsl:value-of><xsl:text>&lt;note&gt; is a commentary, and does not say on what.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:variable name="advice" as="xs:string">
            <xsl:value-of><xsl:text>Add @target with the id of the passage.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:sequence select="map{'rule': 'note-says-whose-it-is', 'severity': 'error', 'path': path(.), 'reason': $reason, 'advice': $advice}"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:said[@who]" mode="rules" as="map(*)*" priority="16">
      <xsl:variable name="absent" select="for $one in tokenize(normalize-space(@who), ' ')[starts-with(., '#')] return if (key('participant', $one)) then () else $one"/>
      <xsl:if test="not(empty($absent))">
         <xsl:variable name="reason" as="xs:string">
            <xsl:value-of><xsl:value-of select="string-join($absent, ', ')"/><xsl:text> has a turn here and does not stand among the participants.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:variable name="advice" as="xs:string">
            <xsl:value-of><xsl:text>Enter the person in &lt;particDesc&gt; with @sameAs, or point with @who at one who is entered.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:sequence select="map{'rule': 'speaker-takes-part', 'severity': 'error', 'path': path(.), 'reason': $reason, 'advice': $advice}"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:said[@direct = 'true'][not(@prev)]" mode="rules" as="map(*)*" priority="15">
      <xsl:if test="not(descendant::tei:q or tei:label[@type = 'speaker'] or ancestor::tei:q or matches(normalize-space(.), '[&#34;“”‘«»„]'))">
         <xsl:variable name="reason" as="xs:string">
            <xsl:value-of><xsl:text>&lt;said&gt; is marked as direct speech, and has neither quotation marks nor the label of its speaker.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:variable name="advice" as="xs:string">
            <xsl:value-of><xsl:text>Write direct="false" where the words are reported, or put the speaker’s own words into &lt;q&gt;.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:sequence select="map{'rule': 'direct-speech-is-marked', 'severity': 'error', 'path': path(.), 'reason': $reason, 'advice': $advice}"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:persName | tei:orgName | tei:placeName | tei:eventName | tei:roleName | tei:surname | tei:rs" mode="rules" as="map(*)*" priority="14">
      <xsl:if test="not(normalize-space() or descendant::tei:gap)">
         <xsl:variable name="reason" as="xs:string">
            <xsl:value-of><xsl:text>&lt;</xsl:text><xsl:value-of select="local-name()"/><xsl:text>&gt; is empty.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:variable name="advice" as="xs:string">
            <xsl:value-of><xsl:text>Put the words of the name inside, or take the element out.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:sequence select="map{'rule': 'name-is-not-empty', 'severity': 'error', 'path': path(.), 'reason': $reason, 'advice': $advice}"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:corr[not(parent::tei:choice/@prev)]" mode="rules" as="map(*)*" priority="13">
      <xsl:if test="not(@resp)">
         <xsl:variable name="reason" as="xs:string">
            <xsl:value-of><xsl:text>&lt;corr&gt; mends the transcription, and nobody answers for it.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:variable name="advice" as="xs:string">
            <xsl:value-of><xsl:text>Add resp="#editor", or the person who decided.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:sequence select="map{'rule': 'correction-has-a-reason', 'severity': 'error', 'path': path(.), 'reason': $reason, 'advice': $advice}"/>
      </xsl:if>
      <xsl:if test="not(@source or key('about', (@xml:id, ../@xml:id)))">
         <xsl:variable name="reason" as="xs:string">
            <xsl:value-of><xsl:text>&lt;corr&gt; mends the transcription, and says neither after which source nor why.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:variable name="advice" as="xs:string">
            <xsl:value-of><xsl:text>Give the &lt;choice&gt; an xml:id and write a &lt;note type="commentary"&gt; whose @target it is, or add @source.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:sequence select="map{'rule': 'correction-has-a-reason', 'severity': 'error', 'path': path(.), 'reason': $reason, 'advice': $advice}"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:app" mode="rules" as="map(*)*" priority="12">
      <xsl:if test="not((tei:lem | tei:rdg)[tokenize(normalize-space(@wit), ' ') = '#ocr'])">
         <xsl:variable name="reason" as="xs:string">
            <xsl:value-of><xsl:text>&lt;app&gt; has no reading of the transcription (wit="#ocr").</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:variable name="advice" as="xs:string">
            <xsl:value-of><xsl:text>Add &lt;rdg wit="#ocr"&gt; with the words as transcribed, or #ocr to the @wit of the reading that has them.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:sequence select="map{'rule': 'app-has-a-base-reading', 'severity': 'error', 'path': path(.), 'reason': $reason, 'advice': $advice}"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:lem[not(tokenize(normalize-space(@wit), ' ') = '#ocr')]" mode="rules" as="map(*)*" priority="11">
      <xsl:if test="not(@resp)">
         <xsl:variable name="reason" as="xs:string">
            <xsl:value-of><xsl:text>&lt;lem&gt; departs from the transcription, and nobody answers for it.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:variable name="advice" as="xs:string">
            <xsl:value-of><xsl:text>Add resp="#editor", or the person who decided.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:sequence select="map{'rule': 'mended-reading-has-a-source', 'severity': 'error', 'path': path(.), 'reason': $reason, 'advice': $advice}"/>
      </xsl:if>
      <xsl:if test="not(@wit or @source or key('about', (@xml:id, ../@xml:id)))">
         <xsl:variable name="reason" as="xs:string">
            <xsl:value-of><xsl:text>&lt;lem&gt; departs from the transcription, and says neither after which witness nor why.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:variable name="advice" as="xs:string">
            <xsl:value-of><xsl:text>Add @wit with the witness, @source, or a &lt;note&gt; whose @target is this entry.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:sequence select="map{'rule': 'mended-reading-has-a-source', 'severity': 'error', 'path': path(.), 'reason': $reason, 'advice': $advice}"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:supplied" mode="rules" as="map(*)*" priority="10">
      <xsl:if test="not(@resp and @reason)">
         <xsl:variable name="reason" as="xs:string">
            <xsl:value-of><xsl:text>&lt;supplied&gt; has no @resp or no @reason.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:variable name="advice" as="xs:string">
            <xsl:value-of><xsl:text>Add resp="#editor" and reason="illegible", omission or damage.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:sequence select="map{'rule': 'supplied-words-have-a-reason', 'severity': 'error', 'path': path(.), 'reason': $reason, 'advice': $advice}"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:listPerson[@type = 'talk']" mode="rules" as="map(*)*" priority="9">
      <xsl:variable name="said" select="tei:desc/tei:measure[@type = 'spoken'][@unit = 'turns'][1]/number(@quantity)"/>
      <xsl:if test="not(tei:desc/tei:measure[@type = 'spoken'][@unit = 'turns'])">
         <xsl:variable name="reason" as="xs:string">
            <xsl:value-of><xsl:text>&lt;listPerson type="talk"&gt; does not say how many turns there are.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:variable name="advice" as="xs:string">
            <xsl:value-of><xsl:text>Add &lt;desc&gt; with a &lt;measure&gt; of turns, as the guidelines show.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:sequence select="map{'rule': 'talk-is-counted', 'severity': 'error', 'path': path(.), 'reason': $reason, 'advice': $advice}"/>
      </xsl:if>
      <xsl:if test="not(empty($said) or $said = count(key('turn', 'all')))">
         <xsl:variable name="reason" as="xs:string">
            <xsl:value-of><xsl:text>&lt;listPerson type="talk"&gt; counts </xsl:text><xsl:value-of select="$said"/><xsl:text> turns, and the text has </xsl:text><xsl:value-of select="count(key('turn', 'all'))"/><xsl:text>.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:variable name="advice" as="xs:string">
            <xsl:value-of><xsl:text>Count the &lt;said&gt; that have no @prev, and write their number.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:sequence select="map{'rule': 'talk-is-counted', 'severity': 'error', 'path': path(.), 'reason': $reason, 'advice': $advice}"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:person[tei:birth/@when and tei:death/@when]" mode="rules" as="map(*)*" priority="8">
      <xsl:if test="not(for $n in min((string-length(tei:birth[1]/@when), string-length(tei:death[1]/@when))) return substring(tei:birth[1]/@when, 1, $n) le substring(tei:death[1]/@when, 1, $n))">
         <xsl:variable name="reason" as="xs:string">
            <xsl:value-of><xsl:text>&lt;person&gt; dies before being born.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:variable name="advice" as="xs:string">
            <xsl:value-of><xsl:text>Correct &lt;birth&gt; or &lt;death&gt;.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:sequence select="map{'rule': 'life-is-in-order', 'severity': 'error', 'path': path(.), 'reason': $reason, 'advice': $advice}"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:measure" mode="rules" as="map(*)*" priority="7">
      <xsl:if test="not((@type = 'share') = (@unit = 'percent'))">
         <xsl:variable name="reason" as="xs:string">
            <xsl:value-of><xsl:text>&lt;measure&gt; is a share and not in percent, or in percent and not a share.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:variable name="advice" as="xs:string">
            <xsl:value-of><xsl:text>Write type="share" unit="percent" together.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:sequence select="map{'rule': 'counts-are-whole', 'severity': 'error', 'path': path(.), 'reason': $reason, 'advice': $advice}"/>
      </xsl:if>
      <xsl:if test="not(if (@unit = 'percent') then number(@quantity) le 100 else @quantity castable as xs:integer)">
         <xsl:variable name="reason" as="xs:string">
            <xsl:value-of><xsl:text>&lt;measure&gt; has quantity="</xsl:text><xsl:value-of select="@quantity"/><xsl:text>", which is no number of </xsl:text><xsl:value-of select="@unit"/><xsl:text>.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:variable name="advice" as="xs:string">
            <xsl:value-of><xsl:text>Write a whole number, or for a share one up to 100.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:sequence select="map{'rule': 'counts-are-whole', 'severity': 'error', 'path': path(.), 'reason': $reason, 'advice': $advice}"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:witness[@xml:id and @xml:id != 'ocr']" mode="rules" as="map(*)*" priority="6">
      <xsl:if test="not(key('pointed-at', concat('#', @xml:id)))">
         <xsl:variable name="reason" as="xs:string">
            <xsl:value-of><xsl:text>The witness </xsl:text><xsl:value-of select="@xml:id"/><xsl:text> is listed, and no reading is its own.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:variable name="advice" as="xs:string">
            <xsl:value-of><xsl:text>Name it with @wit where it was read, or take it out of the list.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:sequence select="map{'rule': 'witness-is-used', 'severity': 'warning', 'path': path(.), 'reason': $reason, 'advice': $advice}"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:schemaRef[starts-with(@url, 'bptl:L5')]" mode="rules" as="map(*)*" priority="5">
      <xsl:variable name="people" select="//tei:teiHeader//tei:respStmt[@xml:id][not(tei:name[@type = 'software'])]/concat('#', @xml:id)"/>
      <xsl:if test="not(//tei:revisionDesc/tei:change[tokenize(@who, '\s+') = $people])">
         <xsl:variable name="reason" as="xs:string">
            <xsl:value-of><xsl:text>&lt;schemaRef url="</xsl:text><xsl:value-of select="@url"/><xsl:text>"&gt; says the fifth level, and no &lt;change&gt; is by a person.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:variable name="advice" as="xs:string">
            <xsl:value-of><xsl:text>Write bptl:L4-v4.0.0, or in &lt;revisionDesc&gt; who has worked on the file: a &lt;change&gt; with @who.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:sequence select="map{'rule': 'level-is-earned', 'severity': 'error', 'path': path(.), 'reason': $reason, 'advice': $advice}"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:handNote[@xml:id]" mode="rules" as="map(*)*" priority="4">
      <xsl:if test="not(key('pointed-at', concat('#', @xml:id)))">
         <xsl:variable name="reason" as="xs:string">
            <xsl:value-of><xsl:text>The hand </xsl:text><xsl:value-of select="@xml:id"/><xsl:text> is described, and nothing is said to be written by it.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:variable name="advice" as="xs:string">
            <xsl:value-of><xsl:text>Point at it with @hand where it wrote, or take the description out.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:sequence select="map{'rule': 'hand-is-used', 'severity': 'warning', 'path': path(.), 'reason': $reason, 'advice': $advice}"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:*[@from and @to or @notBefore and @notAfter]" mode="rules" as="map(*)*" priority="3">
      <xsl:if test="not(not(@from and @to) or (for $n in min((string-length(@from), string-length(@to))) return substring(@from, 1, $n) le substring(@to, 1, $n)))">
         <xsl:variable name="reason" as="xs:string">
            <xsl:value-of><xsl:text>&lt;</xsl:text><xsl:value-of select="local-name()"/><xsl:text>&gt; is from </xsl:text><xsl:value-of select="@from"/><xsl:text> to </xsl:text><xsl:value-of select="@to"/><xsl:text>, which is earlier.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:variable name="advice" as="xs:string">
            <xsl:value-of><xsl:text>Exchange @from and @to, or correct one of them.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:sequence select="map{'rule': 'dates-are-in-order', 'severity': 'error', 'path': path(.), 'reason': $reason, 'advice': $advice}"/>
      </xsl:if>
      <xsl:if test="not(not(@notBefore and @notAfter) or (for $n in min((string-length(@notBefore), string-length(@notAfter))) return substring(@notBefore, 1, $n) le substring(@notAfter, 1, $n)))">
         <xsl:variable name="reason" as="xs:string">
            <xsl:value-of><xsl:text>&lt;</xsl:text><xsl:value-of select="local-name()"/><xsl:text>&gt; is not before </xsl:text><xsl:value-of select="@notBefore"/><xsl:text> and not after </xsl:text><xsl:value-of select="@notAfter"/><xsl:text>, which is earlier.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:variable name="advice" as="xs:string">
            <xsl:value-of><xsl:text>Exchange @notBefore and @notAfter, or correct one of them.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:sequence select="map{'rule': 'dates-are-in-order', 'severity': 'error', 'path': path(.), 'reason': $reason, 'advice': $advice}"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:text//tei:*[tokenize(normalize-space(@resp), ' ') = '#memcon']" mode="rules" as="map(*)*" priority="2">
      <xsl:if test="not(@cert)">
         <xsl:variable name="reason" as="xs:string">
            <xsl:value-of><xsl:text>&lt;</xsl:text><xsl:value-of select="local-name()"/><xsl:text>&gt; was found by the software, and does not say how surely.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:variable name="advice" as="xs:string">
            <xsl:value-of><xsl:text>Add cert="high", medium or low; or resp="#editor" where you have decided.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:sequence select="map{'rule': 'finding-says-how-sure', 'severity': 'error', 'path': path(.), 'reason': $reason, 'advice': $advice}"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:*[@next]" mode="rules" as="map(*)*" priority="1">
      <xsl:variable name="other" select="key('id', substring(@next, 2))[1]"/>
      <xsl:if test="not(empty($other) or $other/local-name() = local-name())">
         <xsl:variable name="reason" as="xs:string">
            <xsl:value-of><xsl:text>&lt;</xsl:text><xsl:value-of select="local-name()"/><xsl:text>&gt; goes on in another element, </xsl:text><xsl:value-of select="$other/local-name()"/><xsl:text>.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:variable name="advice" as="xs:string">
            <xsl:value-of><xsl:text>Let @next point at the part of the same turn, name or reading.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:sequence select="map{'rule': 'parts-follow-each-other', 'severity': 'error', 'path': path(.), 'reason': $reason, 'advice': $advice}"/>
      </xsl:if>
      <xsl:if test="not(empty($other) or $other &gt;&gt; .)">
         <xsl:variable name="reason" as="xs:string">
            <xsl:value-of><xsl:text>&lt;</xsl:text><xsl:value-of select="local-name()"/><xsl:text>&gt; goes on in a part that stands before it.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:variable name="advice" as="xs:string">
            <xsl:value-of><xsl:text>Let @next point forward, and @prev back.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:sequence select="map{'rule': 'parts-follow-each-other', 'severity': 'error', 'path': path(.), 'reason': $reason, 'advice': $advice}"/>
      </xsl:if>
      <xsl:if test="not(empty($other) or string($other/@who) = string(@who))">
         <xsl:variable name="reason" as="xs:string">
            <xsl:value-of><xsl:text>&lt;said&gt; by </xsl:text><xsl:value-of select="@who"/><xsl:text> goes on in a part said by </xsl:text><xsl:value-of select="$other/@who"/><xsl:text>.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:variable name="advice" as="xs:string">
            <xsl:value-of><xsl:text>Let both parts have the same @who, or end the chain.</xsl:text></xsl:value-of>
         </xsl:variable>
         <xsl:sequence select="map{'rule': 'parts-follow-each-other', 'severity': 'error', 'path': path(.), 'reason': $reason, 'advice': $advice}"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
</xsl:stylesheet>
