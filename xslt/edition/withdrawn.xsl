<?xml version="1.0" encoding="UTF-8"?>
<!-- Passages that earlier states of the edition had: what each stood for, and where its words are now; as a page, or as a section of another. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="../lib/document.xsl"/>

  <!-- An array as JSON: id, words, until, version, date, and to: an array of id, label, href. -->
  <xsl:param name="withdrawn" as="xs:string" select="'[]'"/>
  <xsl:param name="withdrawn-href" as="xs:string" select="'withdrawn.html'"/>
  <!-- Wanted is what another page has at its end. -->
  <xsl:param name="section" as="xs:string" select="''"/>
  <xsl:variable name="passages" as="map(*)*" select="parse-json($withdrawn)?*"/>
  <xsl:variable name="register" as="xs:string" select="$reading-href"/>

  <xsl:template match="/" as="element()">
    <xsl:choose>
      <xsl:when test="$section">
        <section class="withdrawn" aria-labelledby="withdrawn">
          <h2 id="withdrawn">Withdrawn passages</h2>
          <p>Earlier states of this edition had passages that it has no more: <a href="{$withdrawn-href}">what they were, and where their words stand</a>.</p>
          <xsl:call-template name="passages"/>
        </section>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="frame">
          <xsl:with-param name="lang" select="$lang"/>
          <xsl:with-param name="title" select="'Withdrawn passages: ' || $document-title || (if ($site-title) then ' – ' || $site-title else '')"/>
          <xsl:with-param name="description" select="'Passages that earlier states of the edition had. ' || $description"/>
          <xsl:with-param name="kind" select="'withdrawn'"/>
          <xsl:with-param name="metadata" as="element()*"><xsl:call-template name="metadata"/></xsl:with-param>
          <xsl:with-param name="views" as="element()*">
            <xsl:call-template name="views"><xsl:with-param name="current" select="''"/></xsl:call-template>
          </xsl:with-param>
          <xsl:with-param name="content" as="node()*">
            <article>
              <header class="head">
                <xsl:call-template name="title"/>
                <p class="sub">Passages that earlier states of this edition had, with their words and where these stand now.</p>
              </header>
              <h2>Withdrawn passages</h2>
              <xsl:call-template name="passages"/>
            </article>
          </xsl:with-param>
          <xsl:with-param name="colophon" as="node()*"><xsl:call-template name="colophon"/></xsl:with-param>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="passages" as="element()*">
    <xsl:for-each select="$passages">
      <div class="entry" id="{?id}">
        <p>
          <b>{?id}</b>
          <xsl:text>: </xsl:text>
          <xsl:choose>
            <xsl:when test="?words">“{?words}”</xsl:when>
            <xsl:otherwise>a place without words</xsl:otherwise>
          </xsl:choose>
          <xsl:if test="?until">, up to version {?until}</xsl:if>
          <xsl:choose>
            <xsl:when test="?version and not(?version = ?until)">; gone since version {?version}</xsl:when>
            <xsl:when test="?date">; gone since {f:day(?date)}</xsl:when>
          </xsl:choose>
          <xsl:text>. </xsl:text>
          <xsl:choose>
            <xsl:when test="exists(?to?*)">
              <xsl:text>Its words now stand in </xsl:text>
              <xsl:for-each select="?to?*">
                <xsl:if test="position() gt 1">, </xsl:if>
                <a href="{?href}">{?label}</a>
              </xsl:for-each>
              <xsl:text>.</xsl:text>
            </xsl:when>
            <xsl:otherwise>Its words were left out.</xsl:otherwise>
          </xsl:choose>
        </p>
      </div>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
