<?xml version="1.0" encoding="UTF-8"?>
<!-- Turns as wholes: their parts, their words, whom they follow and whom they address. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="https://memcon.example/ns/functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:variable name="turns" as="element()*" select="$edition//text//said[@who][not(ancestor::said)]"/>
  <xsl:variable name="first-parts" as="element()*" select="$turns[not(@prev)]"/>

  <!-- Turns by those who speak in them, as a set of pointers, in the order in which they first speak. -->
  <xsl:variable name="sets" as="xs:string*" select="distinct-values($first-parts ! f:set(@who))"/>
  <xsl:variable name="turns-of" as="map(xs:string, element()*)">
    <xsl:map>
      <xsl:for-each-group select="$first-parts" group-by="f:set(@who)"><xsl:map-entry key="current-grouping-key()" select="current-group()"/></xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <!-- The parts of a turn, by the identity of its first part. -->
  <xsl:variable name="parts-of" as="map(xs:string, element()*)">
    <xsl:map>
      <xsl:for-each-group select="$turns" group-by="f:identity(f:first-part(.))">
        <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <xsl:function name="f:first-part" as="element()">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="before" as="element()?" select="f:entry($part/@prev)[. &lt;&lt; $part]"/>
    <xsl:sequence select="if ($before) then f:first-part($before) else $part"/>
  </xsl:function>

  <!-- The number of a turn as it is cited. -->
  <xsl:function name="f:turn-number" as="xs:string">
    <xsl:param name="turn" as="element()"/>
    <xsl:sequence select="if (matches($turn/@xml:id, '^turn\.\d+$')) then substring-after($turn/@xml:id, '.') else string(count($first-parts[. &lt;&lt; $turn]) + 1)"/>
  </xsl:function>

  <!-- Words of each whole turn, counted as the header counts them: runs that have a letter or a digit, without labels and without words for gaps. -->
  <xsl:variable name="words-in" as="map(xs:string, xs:integer)" select="
    map:merge(map:keys($parts-of) ! map:entry(., xs:integer(sum($parts-of(.) ! f:words-in-part(.)))))"/>

  <xsl:function name="f:words-of" as="xs:integer">
    <xsl:param name="turns" as="element()*"/>
    <xsl:sequence select="xs:integer(sum($turns ! $words-in(f:identity(.))))"/>
  </xsl:function>

  <xsl:function name="f:words-in-part" as="xs:integer">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="pieces" as="xs:string*"><xsl:apply-templates select="$part/node()" mode="counted"/></xsl:variable>
    <xsl:sequence select="count(tokenize(replace(string-join($pieces), '\s*' || $joins || '\s*', ''))[matches(., '[\p{L}\p{N}]')])"/>
  </xsl:function>

  <xsl:variable name="joins" as="xs:string" select="'&#xE000;'"/>
  <xsl:mode name="counted" on-no-match="shallow-skip"/>
  <xsl:template match="text()" mode="counted" as="xs:string"><xsl:sequence select="string(.)"/></xsl:template>
  <xsl:template match="lb[@break = 'no'] | pb[@break = 'no']" mode="counted" as="xs:string"><xsl:sequence select="$joins"/></xsl:template>
  <xsl:template match="fw | note | rdg | choice/sic | orig | expan | gap | label | pc[@force = 'weak']" mode="counted" as="empty-sequence()"/>

  <!-- Each turn that comes directly after a turn of another, and that other turn. A heading or a new part of the text begins anew; narration does not. -->
  <xsl:variable name="answers" as="map(xs:string, element())*">
    <xsl:iterate select="$edition//text//*[self::div or self::ab[@type = 'heading'] or self::said[@who][not(ancestor::said)]]">
      <xsl:param name="last" as="element()?" select="()"/>
      <xsl:if test="self::said[not(@prev)] and $last and not(tokenize(@who) = tokenize($last/@who)) and (ancestor::div[1], .)[1] is ($last/ancestor::div[1], .)[1]">
        <xsl:sequence select="map { 'turn': ., 'after': $last }"/>
      </xsl:if>
      <xsl:next-iteration><xsl:with-param name="last" select=".[self::said]"/></xsl:next-iteration>
    </xsl:iterate>
  </xsl:variable>

  <!-- Pairs: who, to whom, how often, in which turns; who follows whom first, then whom the memorandum says that they address. -->
  <xsl:variable name="follows" as="map(xs:string, item()*)*">
    <xsl:for-each-group select="$answers" group-by="f:set(?turn/@who)">
      <xsl:variable name="from" as="xs:string" select="current-grouping-key()"/>
      <xsl:for-each-group select="current-group()" group-by="f:set(?after/@who)">
        <xsl:sequence select="f:pair($from, current-grouping-key(), count(current-group()), current-group() ! ?turn)"/>
      </xsl:for-each-group>
    </xsl:for-each-group>
  </xsl:variable>

  <!-- How often the header says; where it says nothing, as often as the text does. -->
  <xsl:variable name="addresses" as="map(xs:string, item()*)*">
    <xsl:variable name="relations" as="element()*" select="$counts/listRelation/relation[@name = 'addresses']"/>
    <xsl:choose>
      <xsl:when test="exists($relations)">
        <xsl:for-each select="$relations">
          <xsl:sequence select="f:pair(f:set(@active), f:set(@passive), f:count(., 'turns', ()), f:addressed(f:set(@active), f:set(@passive)))"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each-group select="$turns[@toWhom]" group-by="f:set(@who)">
          <xsl:variable name="from" as="xs:string" select="current-grouping-key()"/>
          <xsl:for-each select="distinct-values(current-group()/tokenize(@toWhom))">
            <xsl:variable name="found" as="element()*" select="f:addressed($from, .)"/>
            <xsl:sequence select="f:pair($from, ., count($found), $found)"/>
          </xsl:for-each>
        </xsl:for-each-group>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:function name="f:addressed" as="element()*">
    <xsl:param name="from" as="xs:string"/>
    <xsl:param name="to" as="xs:string"/>
    <xsl:for-each-group select="$turns[@toWhom][f:set(@who) = $from][tokenize(@toWhom) = tokenize($to)] ! f:first-part(.)" group-by="f:identity(.)"><xsl:sequence select="."/></xsl:for-each-group>
  </xsl:function>

  <xsl:function name="f:pair" as="map(xs:string, item()*)">
    <xsl:param name="from" as="xs:string"/>
    <xsl:param name="to" as="xs:string"/>
    <xsl:param name="times" as="xs:integer"/>
    <xsl:param name="turns" as="element()*"/>
    <xsl:sequence select="map { 'from': $from, 'to': $to, 'times': $times, 'turns': $turns, 'words': f:words-of($turns) }"/>
  </xsl:function>
</xsl:stylesheet>
