<?xml version="1.0" encoding="UTF-8"?>
<!-- Who answers whom, as a table that carries all of it: by the order of turns, and by what the memorandum says. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Who has a part in it, as sets of pointers: side by side as the header lists them, else as they first speak. -->
  <xsl:variable name="parties" as="xs:string*" select="
    let $all := distinct-values(($follows, $addresses) ! (?from, ?to)),
      $listed := distinct-values($rows ! f:set((@sameAs, @corresp)[1]))
    return ($listed[. = $all], $sets[. = $all][not(. = $listed)], $all[not(. = ($listed, $sets))])"/>

  <xsl:variable name="by-order" as="xs:string" select="f:say('follows-by-order')"/>
  <xsl:variable name="in-words" as="xs:string" select="f:say('addresses-in-words')"/>

  <xsl:template name="answers" as="element()?">
    <xsl:if test="exists(($follows, $addresses))">
      <section class="register answers" aria-labelledby="answers">
        <h2 id="answers">{f:say('who-answers-whom')}</h2>
        <xsl:variable name="term" as="element()"><em/></xsl:variable>
        <p><xsl:sequence select="f:tell('answers-account', map { 'follows': $term, 'addresses': $term })"/></p>
        <xsl:call-template name="answers-pictures"/>
        <table class="speakers pairs">
          <caption class="vh">{f:say('answers-caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{f:say('column-speaker')}</th>
              <th scope="col">{f:say('column-to')}</th>
              <th scope="col" class="number-cell">{f:say('column-turns')}</th>
              <th scope="col" class="number-cell">{f:say('column-words')}</th>
              <th scope="col">{f:say('column-in-turn')}</th>
            </tr>
          </thead>
          <xsl:call-template name="pairs">
            <xsl:with-param name="title" select="$by-order"/>
            <xsl:with-param name="pairs" select="$follows"/>
          </xsl:call-template>
          <xsl:variable name="rest" as="element()*" select="let $in-rows := map:merge($follows?turns ! map:entry(f:identity(.), true())) return $first-parts[not(map:contains($in-rows, f:identity(.)))]"/>
          <xsl:if test="exists($follows) and exists($rest)">
            <tbody class="rest">
              <tr>
                <th scope="row" colspan="2">{f:say('follows-nobody')}</th>
                <td class="number-cell">{count($rest)}</td>
                <td class="number-cell">{f:number(f:words-of($rest))}</td>
                <td><xsl:call-template name="turn-links"><xsl:with-param name="turns" select="$rest"/></xsl:call-template></td>
              </tr>
            </tbody>
          </xsl:if>
          <xsl:call-template name="pairs">
            <xsl:with-param name="title" select="$in-words"/>
            <xsl:with-param name="pairs" select="$addresses"/>
          </xsl:call-template>
        </table>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- By the order of the parties, so that the rows stand as the names in the picture do. -->
  <xsl:template name="pairs" as="element()?">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="pairs" as="map(xs:string, item()*)*"/>
    <xsl:if test="exists($pairs)">
      <tbody>
        <tr><th scope="rowgroup" colspan="5">{$title}</th></tr>
        <xsl:for-each select="for $from in $parties, $to in $parties return $pairs[?from = $from][?to = $to]">
          <tr>
            <th scope="row"><span class="swatch {f:set-class(?from)}" aria-hidden="true"></span>{f:called(?from)}</th>
            <td>{f:called(?to)}</td>
            <td class="number-cell">{?times}</td>
            <td class="number-cell">{f:number(?words)}</td>
            <td><xsl:call-template name="turn-links"><xsl:with-param name="turns" select="?turns"/></xsl:call-template></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </xsl:if>
  </xsl:template>

  <xsl:template name="turn-links" as="node()*">
    <xsl:param name="turns" as="element()*"/>
    <xsl:for-each select="$turns">
      <xsl:if test="position() gt 1"><xsl:text> </xsl:text></xsl:if>
      <a href="#{@xml:id}"><span class="vh">{f:say('heard-turn')} </span>{f:turn-number(.)}<xsl:if test="@cert = 'low'"><span aria-hidden="true">?</span><span class="vh"> {f:say('speaker-uncertain')}</span></xsl:if></a>
    </xsl:for-each>
  </xsl:template>

  <!-- The colour of those who speak together does not hang on the order in which a turn names them. -->
  <xsl:function name="f:set-class" as="xs:string">
    <xsl:param name="set" as="xs:string"/>
    <xsl:sequence select="f:speaker-class(($speakers[f:set(.) = $set], $set)[1])"/>
  </xsl:function>
</xsl:stylesheet>
