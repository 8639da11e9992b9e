<?xml version="1.0" encoding="UTF-8"?>
<!-- What the search knows of an edition, as JSON: its turns, paragraphs and notes as they are read, and who is in them. -->
<xsl:stylesheet version="3.0" expand-text="no" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="https://memcon.example/ns/functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="../lib/language.xsl"/>
  <xsl:include href="../lib/lookup.xsl"/>
  <xsl:include href="../lib/apparatus.xsl"/>
  <xsl:include href="../lib/pages.xsl"/>
  <xsl:output method="json" indent="no"/>
  <xsl:param name="name" as="xs:string" select="'edition'"/>

  <!-- In a text: what is read, then each other reading, between signs of no script. -->
  <xsl:variable name="opens" as="xs:string" select="'&#xE000;'"/>
  <xsl:variable name="other" as="xs:string" select="'&#xE001;'"/>
  <xsl:variable name="closes" as="xs:string" select="'&#xE002;'"/>
  <!-- Words on either side of it do not follow each other. -->
  <xsl:variable name="gap" as="xs:string" select="'&#xE003;'"/>

  <xsl:template match="/" as="map(*)">
    <xsl:variable name="titles" as="element()*" select="$header/fileDesc/titleStmt/title"/>
    <xsl:variable name="date" as="element()?" select="($header/profileDesc/creation/date, .//text//dateline//date)[1]"/>
    <xsl:variable name="units" as="map(*)*"><xsl:apply-templates select="TEI/text/body" mode="units"/></xsl:variable>
    <xsl:variable name="comments" as="map(*)*">
      <xsl:for-each select="//note[@target][@xml:id][not(ancestor::body)]">
        <xsl:sequence select="f:unit(., 'note', (f:entry(tokenize(@target)[1]), .)[1], ())"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="map {
      'name': $name,
      'title': normalize-space(($titles[@type = 'main'], $titles, .//text//head)[1]),
      'date': string(($date/@when, $date/@notBefore)[1]),
      'day': string(($date/@when, $date/@notBefore)[1] ! f:day(.)),
      'pages': array { .//text//pb ! string(@n) },
      'people': array { .//standOff//person[@xml:id] ! map {
        'id': string(@xml:id), 'name': f:preferred(.), 'surname': f:surname(.),
        'forms': array { distinct-values(persName ! normalize-space(.)) } } },
      'units': array { f:form(.//text/body), $units, $comments }
    }"/>
  </xsl:template>

  <xsl:function name="f:unit" as="map(*)?">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="at" as="element()"/>
    <xsl:param name="who" as="xs:string*"/>
    <xsl:variable name="text" as="xs:string" select="f:unit-text($element)"/>
    <xsl:if test="matches($text, '[\p{L}\p{N}]')">
      <xsl:sequence select="map {
        'id': string($element/@xml:id), 'kind': $kind, 'text': $text,
        'from': f:page($at), 'to': $at/accumulator-after('page'),
        'who': array { $who }, 'people': array { f:people($element) } }"/>
    </xsl:if>
  </xsl:function>

  <!-- Whom an element names, other than in turns within it. -->
  <xsl:function name="f:people" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="turn" as="element()?" select="$element/ancestor-or-self::said[last()]"/>
    <xsl:sequence select="
      distinct-values($element//*[@ref][ancestor::said[last()] is $turn or (empty($turn) and empty(ancestor::said))]/tokenize(@ref)[f:entry(.)/self::person] ! substring-after(., '#'))"/>
  </xsl:function>

  <!-- Title, participants and all else that stands before and behind the text proper. -->
  <xsl:function name="f:form" as="map(*)?">
    <xsl:param name="body" as="element()?"/>
    <xsl:variable name="parts" as="element()*" select="
      $body//(head | opener | list | table | closer | trailer | postscript | byline | salute | signed)[not(ancestor::p or ancestor::note or ancestor::fw)][not(ancestor::list or ancestor::table or ancestor::opener or ancestor::closer)]"/>
    <xsl:variable name="text" as="xs:string" select="string-join($parts ! f:unit-text(.), ' ' || $gap || ' ')"/>
    <xsl:if test="matches($text, '[\p{L}\p{N}]')">
      <xsl:sequence select="map {
        'id': '', 'kind': 'form', 'text': $text, 'from': min(($parts ! f:page(.))), 'to': max(($parts ! accumulator-after('page'))),
        'who': array {}, 'people': array { distinct-values($parts ! f:people(.)) } }"/>
    </xsl:if>
  </xsl:function>

  <xsl:mode name="units" on-no-match="shallow-skip"/>

  <xsl:template match="said" mode="units" as="map(*)*">
    <xsl:sequence select="f:unit(., 'turn', ., tokenize(@who) ! substring-after(., '#'))"/>
    <xsl:apply-templates select=".//note" mode="units"/>
  </xsl:template>

  <xsl:template match="p | ab" mode="units" as="map(*)*">
    <xsl:sequence select="f:unit(., 'paragraph', ., ())"/>
    <xsl:apply-templates mode="units"/>
  </xsl:template>

  <xsl:template match="note" mode="units" as="map(*)?">
    <xsl:sequence select="f:unit(., if (@type = 'annotation') then 'handwriting' else 'note', ., ())"/>
  </xsl:template>
  <xsl:template match="fw" mode="units" as="empty-sequence()"/>

  <xsl:function name="f:unit-text" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="texts" as="xs:string*"><xsl:apply-templates select="$element/node()" mode="unit"/></xsl:variable>
    <xsl:sequence select="normalize-space(string-join($texts))"/>
  </xsl:function>

  <xsl:mode name="unit" on-no-match="shallow-skip"/>
  <xsl:template match="text()" mode="unit" as="xs:string"><xsl:sequence select="string(.)"/></xsl:template>
  <xsl:template match="fw | note | expan | pc[@force = 'weak']" mode="unit" as="empty-sequence()"/>
  <xsl:template match="lb[not(@break = 'no')]" mode="unit" as="xs:string"><xsl:sequence select="' '"/></xsl:template>
  <xsl:template match="item | cell | row | label" mode="unit" as="xs:string*">
    <xsl:sequence select="' '"/>
    <xsl:apply-templates mode="unit"/>
    <xsl:sequence select="' '"/>
  </xsl:template>
  <!-- The turns of a paragraph are units of their own. -->
  <xsl:template match="p/said | ab/said" mode="unit" as="xs:string"><xsl:sequence select="' ' || $gap || ' '"/></xsl:template>

  <xsl:template match="app | choice[sic or orig]" mode="unit" as="xs:string*">
    <xsl:variable name="read" as="xs:string" select="f:unit-text(f:lemma(.))"/>
    <xsl:variable name="others" as="xs:string*" select="distinct-values((rdg | sic | orig)/f:unit-text(.))[. ne $read]"/>
    <xsl:choose>
      <xsl:when test="empty($others)"><xsl:sequence select="$read"/></xsl:when>
      <xsl:otherwise><xsl:sequence select="$opens, $read, $others ! ($other, .), $closes"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
