<?xml version="1.0" encoding="UTF-8"?>
<!-- The errata: every mended place in its context, by the version of the edition in which it first stood. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="../lib/document.xsl"/>
  <xsl:include href="../lib/versions.xsl"/>

  <!-- Witnesses are described on the page of the reading view. -->
  <xsl:variable name="register" as="xs:string" select="$reading-href"/>
  <xsl:variable name="columns" as="xs:string*" select="
    'column-place', 'column-context', 'column-transcription', 'column-edition', 'column-after', 'column-certainty', 'column-reason', 'column-date'"/>
  <xsl:variable name="contexts" as="map(*)" select="f:contexts($mended)"/>

  <!-- Where nothing is mended there is no page. -->
  <xsl:template match="/" as="element()?">
    <xsl:if test="exists($mended)"><xsl:call-template name="page"/></xsl:if>
  </xsl:template>

  <xsl:template name="page" as="element()">
    <xsl:call-template name="frame">
      <xsl:with-param name="lang" select="$language"/>
      <xsl:with-param name="title" select="f:view-title('errata')"/>
      <xsl:with-param name="description" select="f:say('about-view-errata') || ' ' || $description"/>
      <xsl:with-param name="kind" select="'errata'"/>
      <xsl:with-param name="metadata" as="element()*"><xsl:call-template name="metadata"/></xsl:with-param>
      <xsl:with-param name="views" as="element()*">
        <xsl:call-template name="views"><xsl:with-param name="current" select="'errata'"/></xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="content" as="node()*">
        <article>
          <header class="head paper-head">
            <p class="when"><xsl:if test="$created-day"><time datetime="{$created-day}">{f:day($created-day)}</time></xsl:if></p>
            <xsl:call-template name="title"/>
            <p class="sub">
              <xsl:sequence select="
                f:tell(if ($version/@n) then 'sub-errata' else 'sub-errata-without-versions', map { 'cite': f:link($reading-href || '#cite'), 'version': string($version/@n) })"/>
            </p>
          </header>
          <section aria-labelledby="mended">
            <h2 id="mended">{f:say('what-was-mended')}</h2>
            <table class="places" role="table">
              <caption>{f:counted('errata-caption', count($mended))}</caption>
              <thead role="rowgroup">
                <tr role="row"><xsl:for-each select="$columns"><th scope="col" role="columnheader">{f:say(.)}</th></xsl:for-each></tr>
              </thead>
              <xsl:for-each-group select="$mended" group-by="f:since(.)">
                <xsl:sort select="f:sortable(current-grouping-key())" order="descending"/>
                <tbody role="rowgroup">
                  <tr role="row" class="version">
                    <th scope="rowgroup" role="rowheader" colspan="{count($columns)}"><xsl:call-template name="version-heading"/></th>
                  </tr>
                  <xsl:for-each select="current-group()"><xsl:call-template name="erratum"/></xsl:for-each>
                </tbody>
              </xsl:for-each-group>
            </table>
          </section>
          <xsl:if test="exists($varying)">
            <section aria-labelledby="not-taken">
              <h2 id="not-taken">{f:say('what-was-not-taken')}</h2>
              <xsl:call-template name="not-taken"/>
            </section>
          </xsl:if>
        </article>
      </xsl:with-param>
      <xsl:with-param name="colophon" as="node()*"><xsl:call-template name="colophon"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- 'Version 1.1.0, this version: 3 readings'. -->
  <xsl:template name="version-heading" as="node()*">
    <xsl:variable name="number" as="xs:string" select="current-grouping-key()"/>
    <span id="version.{$number}">{if ($number) then f:say('version-title', map { 'number': $number }) else f:say('without-version')}</span>
    <span class="tag">
      <xsl:if test="$number and $number = $version/@n">, {f:say('this-version')}</xsl:if>
      <xsl:text>{f:say('colon')} {f:counted('readings', count(current-group()))}</xsl:text>
    </span>
  </xsl:template>

  <xsl:template name="erratum" as="element()">
    <tr role="row" id="{f:anchor(.)}">
      <th scope="row" role="rowheader"><a href="{$reading-href}#{f:anchor(.)}">{f:whereabouts(.)}</a></th>
      <td role="cell" data-label="{f:say('column-context')}" class="context">
        <xsl:sequence select="f:in-language($lang)"/>
        <xsl:call-template name="in-context"><xsl:with-param name="contexts" select="$contexts"/></xsl:call-template>
      </td>
      <td role="cell" data-label="{f:say('column-transcription')}"><span class="was"><xsl:sequence select="f:in-language($lang)"/>{f:transcribed(.)}</span></td>
      <td role="cell" data-label="{f:say('column-edition')}"><xsl:call-template name="edited-words"/></td>
      <td role="cell" data-label="{f:say('column-after')}">
        <xsl:choose>
          <xsl:when test="exists(f:sources(.))">
            <xsl:call-template name="witnesses-of"><xsl:with-param name="pointers" select="f:sources(.)"/></xsl:call-template>
          </xsl:when>
          <xsl:otherwise>{f:say(if (orig) then 'by-regularising' else 'by-conjecture')}</xsl:otherwise>
        </xsl:choose>
      </td>
      <td role="cell" data-label="{f:say('column-certainty')}">{(f:lemma(.)/@cert ! f:named('certainty', .), '–')[1]}</td>
      <td role="cell" data-label="{f:say('column-reason')}">
        <xsl:for-each select="f:reasons(.)"><xsl:if test="position() gt 1"><xsl:text> </xsl:text></xsl:if><xsl:apply-templates mode="prose"/></xsl:for-each>
        <xsl:if test="empty(f:reasons(.))">–</xsl:if>
      </td>
      <td role="cell" data-label="{f:say('column-date')}">
        <xsl:variable name="day" as="xs:string?" select="f:change(.)/@when"/>
        <xsl:choose>
          <xsl:when test="$day"><time datetime="{$day}">{f:day($day)}</time></xsl:when>
          <xsl:otherwise>–</xsl:otherwise>
        </xsl:choose>
      </td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
