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
          <h2 id="withdrawn">{f:say('withdrawn-passages')}</h2>
          <p><xsl:sequence select="f:tell('withdrawn-are-listed', map { 'list': f:link($withdrawn-href) })"/></p>
          <xsl:call-template name="passages"/>
        </section>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="frame">
          <xsl:with-param name="lang" select="$language"/>
          <xsl:with-param name="title" select="f:view-title('withdrawn')"/>
          <xsl:with-param name="description" select="f:say('sub-withdrawn') || ' ' || $description"/>
          <xsl:with-param name="kind" select="'withdrawn'"/>
          <xsl:with-param name="metadata" as="element()*"><xsl:call-template name="metadata"/></xsl:with-param>
          <xsl:with-param name="views" as="element()*">
            <xsl:call-template name="views"><xsl:with-param name="current" select="''"/></xsl:call-template>
          </xsl:with-param>
          <xsl:with-param name="content" as="node()*">
            <article>
              <header class="head">
                <xsl:call-template name="title"/>
                <p class="sub">{f:say('sub-withdrawn')}</p>
              </header>
              <h2>{f:say('withdrawn-passages')}</h2>
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
            <xsl:when test="?words"><span><xsl:sequence select="f:in-language($lang)"/>{f:quoted(?words)}</span></xsl:when>
            <xsl:otherwise>{f:say('place-without-words')}</xsl:otherwise>
          </xsl:choose>
          <xsl:if test="?until">, {f:say('up-to-version', map { 'number': ?until })}</xsl:if>
          <xsl:choose>
            <xsl:when test="?version and not(?version = ?until)">; {f:say('gone-since-version', map { 'number': ?version })}</xsl:when>
            <xsl:when test="?date">; {f:say('gone-since-day', map { 'day': f:day(?date) })}</xsl:when>
          </xsl:choose>
          <xsl:text>. </xsl:text>
          <xsl:choose>
            <xsl:when test="exists(?to?*)">
              <xsl:variable name="links" as="array(node()*)*">
                <xsl:for-each select="?to?*">
                  <!-- What a passage is called is said in English, as in citations. -->
                  <xsl:variable name="link" as="element()"><a href="{?href}"><xsl:sequence select="f:in-language('en')"/>{?label}</a></xsl:variable>
                  <xsl:sequence select="array { $link }"/>
                </xsl:for-each>
              </xsl:variable>
              <xsl:sequence select="f:tell('words-stand-in', map { 'passages': f:in-a-row($links) })"/>
            </xsl:when>
            <xsl:otherwise>{f:say('words-were-left-out')}</xsl:otherwise>
          </xsl:choose>
        </p>
      </div>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
