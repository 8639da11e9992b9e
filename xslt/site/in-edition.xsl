<?xml version="1.0" encoding="UTF-8"?>
<!-- An entry in one document: its part in the talk, where in it, and each passage that names it. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:t="http://www.tei-c.org/ns/1.0"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml">

  <!-- The context item is the edition. -->
  <xsl:template name="in-edition" as="element()">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="named" as="element()*"/>
    <xsl:variable name="id" as="xs:string" select="$entry/@xml:id"/>
    <xsl:variable name="turns" as="element()*" select="turn[f:meant(@ref) = $id][@from]"/>
    <section class="in-edition" aria-labelledby="in.{@name}">
      <h3 id="in.{@name}"><xsl:sequence select="f:document(., '../')"/><xsl:text> </xsl:text><span class="life"><xsl:sequence select="f:date(@when)"/></span></h3>
      <xsl:call-template name="part-in-talk"><xsl:with-param name="entry" select="$entry"/></xsl:call-template>
      <xsl:call-template name="where-in-talk">
        <xsl:with-param name="turns" select="$turns"/>
        <xsl:with-param name="named" select="$named[@from]"/>
      </xsl:call-template>
      <xsl:if test="exists($named)">
        <ol class="kwic" role="list">
          <xsl:for-each select="$named">
            <li>
              <a class="at" href="../{f:uri(../@name)}/{@at}">{@place}</a>
              <span class="by"><xsl:if test="@by ne ''"><xsl:sequence select="f:tell('said-by', map { 'names': f:list(f:meant(@by) ! ($surnames(.), .)[1]) })"/></xsl:if></span>
              <span class="line"><xsl:sequence select="f:in-language(../@lang)"/><span class="before">{@before}</span><b>{.}</b><span class="behind">{@behind}</span></span>
            </li>
          </xsl:for-each>
        </ol>
      </xsl:if>
    </section>
  </xsl:template>

  <!-- 'U.S., interpreter; First Secretary of Embassy; 3 turns, 444 words, 32.1 % of the words spoken.' -->
  <xsl:template name="part-in-talk" as="element()?">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="id" as="xs:string" select="$entry/@xml:id"/>
    <xsl:variable name="edition" as="element()" select="."/>
    <xsl:variable name="there" as="element()?" select="(side/there[f:meant(@ref) = $id])[1]"/>
    <xsl:variable name="wrote" as="element()?" select="(wrote[f:meant(@ref) = $id])[1]"/>
    <xsl:variable name="offices" as="xs:string*" select="$entry/self::t:person/(t:occupation | t:state | t:affiliation)[f:held(., $edition/@when)] ! normalize-space()"/>
    <xsl:variable name="said" as="xs:string*" select="
      $there ! ((if (../@label ne '') then f:say('present-for', map { 'side': ../@label }) else f:say('present')) || (@role[. ne 'drafter'] ! (', ' || f:named('role', ., replace(., '-', ' '))))),
      $wrote ! f:say(if (@cert = 'low') then 'probably-drafted-document' else 'drafted-document'),
      distinct-values($offices)"/>
    <xsl:variable name="spoken" as="element()*" select="spoke[f:meant(@ref) = $id][@turns ne '0']"/>
    <xsl:if test="exists(($said, $spoken))">
      <p class="role">
        <xsl:text>{f:capital(string-join($said, '; '))}</xsl:text>
        <xsl:for-each select="$spoken">
          <xsl:if test="exists($said) or position() gt 1"><xsl:text>; </xsl:text></xsl:if>
          <xsl:call-template name="spoke"><xsl:with-param name="id" select="$id"/></xsl:call-template>
        </xsl:for-each>
        <xsl:text>.</xsl:text>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- Turns lead to the page of the document, which then shows them among those of others. -->
  <xsl:template name="spoke" as="node()*">
    <xsl:param name="id" as="xs:string"/>
    <xsl:variable name="others" as="xs:string*" select="f:meant(@ref)[. ne $id] ! ($surnames(.), .)[1]"/>
    <xsl:variable name="turns" as="xs:string" select="f:counted('turns', @turns)"/>
    <xsl:variable name="linked" as="node()">
      <xsl:choose>
        <xsl:when test="@at ne ''"><a href="../{f:uri(../@name)}/index.html{@at}">{$turns}</a></xsl:when>
        <xsl:otherwise><xsl:text>{$turns}</xsl:text></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:sequence select="if (exists($others)) then f:tell('turns-together', map { 'turns': $linked, 'others': f:list($others) }) else $linked"/>
    <xsl:text>, {f:counted('words', @words)}</xsl:text>
    <xsl:if test="@of castable as xs:integer and xs:integer(@of) gt 0">, {f:say('percent-of-spoken', map { 'percent': f:decimal(100 * xs:integer(@words) div xs:integer(@of)) })}</xsl:if>
  </xsl:template>

  <!-- A line as long as the talk: bands where the entry speaks, strokes where it is named. -->
  <xsl:template name="where-in-talk" as="element()?">
    <xsl:param name="turns" as="element()*"/>
    <xsl:param name="named" as="element()*"/>
    <xsl:variable name="strokes" as="xs:integer*" select="distinct-values($named/@from ! xs:integer(.))"/>
    <xsl:if test="exists(($turns, $strokes))">
      <svg class="spark" viewBox="0 0 1000 16" preserveAspectRatio="none" xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{f:where-said($turns, $strokes)}">
        <path class="whole" d="M0 8H1000"/>
        <xsl:if test="exists($turns)"><path class="speaks" d="{string-join($turns ! ('M' || @from || ' 8H' || max((xs:integer(@to), xs:integer(@from) + 2))))}"/></xsl:if>
        <xsl:if test="exists($strokes)"><path class="is-named" d="{string-join($strokes ! ('M' || . || ' 0V16'))}"/></xsl:if>
      </svg>
    </xsl:if>
  </xsl:template>

  <!-- The same in words: 'In the course of the talk: speaks at 12–40 %; named at 2 %, 15 %.' -->
  <xsl:function name="f:where-said" as="xs:string">
    <xsl:param name="turns" as="element()*"/>
    <xsl:param name="strokes" as="xs:integer*"/>
    <xsl:variable name="at" as="xs:integer*" select="distinct-values($strokes ! (. idiv 10))"/>
    <xsl:variable name="where" as="xs:string*" select="
      if (exists($turns)) then f:say('speaks-at', map { 'places': string-join(distinct-values($turns ! f:range(string(@from idiv 10), string(@to idiv 10)) ! replace(., ' – ', '–')), ', ') }) else (),
      if ($at[13]) then f:counted('named-at-and-more', count($at) - 12, map { 'places': string-join(subsequence($at, 1, 12), ', '), 'last': max($at) })
      else if (exists($at)) then f:say('named-at', map { 'places': string-join($at, ', ') }) else ()"/>
    <xsl:sequence select="f:say('in-course-of-talk', map { 'where': string-join($where, '; ') })"/>
  </xsl:function>
</xsl:stylesheet>
