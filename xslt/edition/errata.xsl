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
  <xsl:variable name="columns" as="xs:string*" select="'Place', 'In context', 'Transcription', 'Edition', 'After', 'Certainty', 'Reason', 'Date'"/>
  <xsl:variable name="contexts" as="map(*)" select="f:contexts($mended)"/>

  <!-- Where nothing is mended there is no page. -->
  <xsl:template match="/" as="element()?">
    <xsl:if test="exists($mended)"><xsl:call-template name="page"/></xsl:if>
  </xsl:template>

  <xsl:template name="page" as="element()">
    <xsl:call-template name="frame">
      <xsl:with-param name="lang" select="$lang"/>
      <xsl:with-param name="title" select="'Errata: ' || $document-title || (if ($site-title) then ' – ' || $site-title else '')"/>
      <xsl:with-param name="description" select="'Every place where the edition departs from the machine transcription, by version. ' || $description"/>
      <xsl:with-param name="kind" select="'errata'"/>
      <xsl:with-param name="metadata" as="element()*"><xsl:call-template name="metadata"/></xsl:with-param>
      <xsl:with-param name="views" as="element()*">
        <xsl:call-template name="views"><xsl:with-param name="current" select="'Errata'"/></xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="content" as="node()*">
        <article>
          <header class="head paper-head">
            <p class="when"><xsl:if test="$created-day"><time datetime="{$created-day}">{f:day($created-day)}</time></xsl:if></p>
            <xsl:call-template name="title"/>
            <p class="sub">
              <xsl:text>Errata: every place where this edition departs from the machine transcription, under the version in which the reading first stood; </xsl:text>
              <xsl:choose>
                <xsl:when test="$version/@n">to cite a version, give its number, as the <a href="{$reading-href}#cite">citation of this one</a> does: “version {$version/@n}”.</xsl:when>
                <xsl:otherwise>this edition has no versions, so <a href="{$reading-href}#cite">cite it</a> with the day on which you read it.</xsl:otherwise>
              </xsl:choose>
            </p>
          </header>
          <section aria-labelledby="mended">
            <h2 id="mended">What was mended</h2>
            <table class="places" role="table">
              <caption>{f:plural(count($mended), 'reading', 'readings')} mended, the latest version first. The place leads to the passage in the reading text.</caption>
              <thead role="rowgroup">
                <tr role="row"><xsl:for-each select="$columns"><th scope="col" role="columnheader">{.}</th></xsl:for-each></tr>
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
              <h2 id="not-taken">What was not taken</h2>
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
    <span id="version.{$number}">{if ($number) then 'Version ' || $number else 'Without a version'}</span>
    <span class="tag">
      <xsl:if test="$number and $number = $version/@n">, this version</xsl:if>
      <xsl:text>: {f:plural(count(current-group()), 'reading', 'readings')}</xsl:text>
    </span>
  </xsl:template>

  <xsl:template name="erratum" as="element()">
    <tr role="row" id="{f:anchor(.)}">
      <th scope="row" role="rowheader"><a href="{$reading-href}#{f:anchor(.)}">{f:whereabouts(.)}</a></th>
      <td role="cell" data-label="In context" class="context">
        <xsl:call-template name="in-context"><xsl:with-param name="contexts" select="$contexts"/></xsl:call-template>
      </td>
      <td role="cell" data-label="Transcription"><span class="was">{f:transcribed(.)}</span></td>
      <td role="cell" data-label="Edition"><xsl:call-template name="edited-words"/></td>
      <td role="cell" data-label="After">
        <xsl:choose>
          <xsl:when test="exists(f:sources(.))">
            <xsl:call-template name="witnesses-of"><xsl:with-param name="pointers" select="f:sources(.)"/></xsl:call-template>
          </xsl:when>
          <xsl:otherwise>{if (orig) then 'regularised' else 'conjecture'}</xsl:otherwise>
        </xsl:choose>
      </td>
      <td role="cell" data-label="Certainty">{(f:lemma(.)/@cert, '–')[1]}</td>
      <td role="cell" data-label="Reason">
        <xsl:for-each select="f:reasons(.)"><xsl:if test="position() gt 1"><xsl:text> </xsl:text></xsl:if><xsl:apply-templates mode="prose"/></xsl:for-each>
        <xsl:if test="empty(f:reasons(.))">–</xsl:if>
      </td>
      <td role="cell" data-label="Date">
        <xsl:variable name="day" as="xs:string?" select="f:change(.)/@when"/>
        <xsl:choose>
          <xsl:when test="$day"><time datetime="{$day}">{f:day($day)}</time></xsl:when>
          <xsl:otherwise>–</xsl:otherwise>
        </xsl:choose>
      </td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
