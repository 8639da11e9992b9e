<?xml version="1.0" encoding="UTF-8"?>
<!-- The talk at a glance: a band a turn, as wide as its words, and ticks where pages begin. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Words before and in each turn, gathered in one pass. -->
  <xsl:function name="f:stretches" as="map(*)*">
    <xsl:iterate select="$turns">
      <xsl:param name="before" as="xs:integer" select="0"/>
      <xsl:variable name="words" as="xs:string*" select="f:reading-words(.)"/>
      <xsl:sequence select="map { 'turn': ., 'from': $before, 'words': count($words), 'first': string-join(subsequence($words, 1, 6), ' ') }"/>
      <xsl:next-iteration><xsl:with-param name="before" select="$before + count($words)"/></xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <xsl:template name="ribbon" as="element()?">
    <xsl:variable name="stretches" as="map(*)*" select="f:stretches()"/>
    <xsl:variable name="all" as="xs:integer" select="xs:integer(sum($stretches ! ?words))"/>
    <xsl:variable name="scale" as="xs:double" select="if ($all gt 0) then 1000 div $all else 0"/>
    <xsl:if test="count($speakers) gt 1 and $all gt 0">
      <nav class="ribbon" aria-label="{f:say('talk-by-turns')}">
        <!-- Of very long talks the bands would be thinner than a line. -->
        <xsl:if test="count($turns) le 300">
          <svg viewBox="0 0 1000 28" preserveAspectRatio="none" xmlns="http://www.w3.org/2000/svg">
            <xsl:for-each select="$stretches">
              <xsl:variable name="turn" as="element()" select="?turn"/>
              <xsl:variable name="from" as="xs:integer" select="?from"/>
              <xsl:variable name="said" as="xs:string" select="(if ($turn/@prev) then f:say('speaker-continued', map { 'speaker': f:called($turn/@who) }) else f:called($turn/@who)) || f:say('colon') || ' ' || ?first || '…'"/>
              <a href="#{$turn/@xml:id}" class="band {f:speaker-class($turn/@who)}{f:by($turn/@who)}" aria-label="{$said}">
                <title>{$said}</title>
                <rect x="{f:round($from * $scale)}" y="4" height="20" width="{f:round(max((?words * $scale - 1.5, 1)))}"/>
              </a>
              <xsl:for-each select="$turn//pb">
                <xsl:variable name="page" as="element()" select="."/>
                <xsl:variable name="at" as="xs:string" select="f:round(($from + count(f:reading-words($turn//text()[. &lt;&lt; $page]))) * $scale)"/>
                <line class="tick" x1="{$at}" x2="{$at}" y1="0" y2="28"/>
              </xsl:for-each>
            </xsl:for-each>
            <xsl:for-each select="$edition//text//pb[not(ancestor::said)]">
              <xsl:variable name="page" as="element()" select="."/>
              <xsl:variable name="from" as="xs:integer?" select="$stretches[?turn >> $page][1]?from"/>
              <xsl:if test="$from gt 0">
                <line class="tick" x1="{f:round($from * $scale - 0.75)}" x2="{f:round($from * $scale - 0.75)}" y1="0" y2="28"/>
              </xsl:if>
            </xsl:for-each>
          </svg>
        </xsl:if>
        <xsl:call-template name="following"/>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:round" as="xs:string">
    <xsl:param name="number" as="xs:double"/>
    <xsl:sequence select="string(round($number * 100) div 100)"/>
  </xsl:function>
</xsl:stylesheet>
