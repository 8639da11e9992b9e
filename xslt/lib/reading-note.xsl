<?xml version="1.0" encoding="UTF-8"?>
<!-- What a note says of an entry of the apparatus, and the sign in the text that leads to it. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The transcription's words, what others read, why the edition reads as it does, after whom, how sure. -->
  <xsl:template name="reading-note" as="node()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="is-mended" as="xs:boolean" select="f:is-mended($entry)"/>
    <xsl:variable name="lemma" as="element()?" select="f:lemma($entry)"/>
    <span class="note-head">
      <xsl:choose>
        <xsl:when test="not($is-mended)">“<span class="was">{f:edited($entry)}</span>” stands as transcribed.</xsl:when>
        <xsl:when test="f:edited($entry) = ''"><b class="lemma">Left out:</b> “<span class="was">{f:transcribed($entry)}</span>”, which was transcribed.</xsl:when>
        <xsl:otherwise>
          <b class="lemma">{f:edited($entry)}</b>
          <xsl:text> {if ($entry/orig) then 'is spelled' else 'was transcribed'} “</xsl:text>
          <span class="was">{f:transcribed($entry)}</span>
          <xsl:text>”.</xsl:text>
        </xsl:otherwise>
      </xsl:choose>
    </span>
    <xsl:for-each select="f:not-taken($entry)">
      <xsl:text> </xsl:text>
      <span class="variant">
        <xsl:call-template name="witnesses-of"><xsl:with-param name="pointers" select="tokenize(@wit)"/></xsl:call-template>
        <xsl:variable name="several" as="xs:boolean" select="count(tokenize(@wit)) gt 1"/>
        <xsl:choose>
          <xsl:when test="f:words(.) = ''">{if ($several) then ' lack' else ' lacks'} the words</xsl:when>
          <xsl:otherwise>{if ($several) then ' read' else ' reads'} “<span class="was">{f:words(.)}</span>”</xsl:otherwise>
        </xsl:choose>
        <xsl:if test="f:differs(@type)"> (differs in {f:differs(@type)})</xsl:if>
        <xsl:text>.</xsl:text>
      </span>
    </xsl:for-each>
    <xsl:for-each select="f:reasons($entry)">
      <xsl:text> </xsl:text>
      <span class="reason"><xsl:if test="@xml:id"><xsl:attribute name="id" select="@xml:id"/></xsl:if><xsl:apply-templates mode="prose"/><xsl:sequence select="f:links(., 'this note', '')"/></span>
    </xsl:for-each>
    <xsl:if test="$is-mended or $lemma/@cert[. ne 'high']">
      <xsl:text> </xsl:text>
      <span class="grounds">
        <xsl:choose>
          <xsl:when test="not($is-mended)">Kept</xsl:when>
          <xsl:when test="exists(f:sources($entry))">
            <xsl:text>After </xsl:text>
            <xsl:for-each select="f:sources($entry)">
              <xsl:if test="position() gt 1">, </xsl:if>
              <a href="{if (f:entry(.)) then $register || . else .}">{f:witness(.)}</a>
            </xsl:for-each>
          </xsl:when>
          <xsl:when test="$entry/orig">Regularised</xsl:when>
          <xsl:otherwise>Conjecture</xsl:otherwise>
        </xsl:choose>
        <xsl:if test="$lemma/@resp"> by {f:responsible($lemma/@resp)}</xsl:if>
        <xsl:if test="$lemma/@cert">, certainty {$lemma/@cert}</xsl:if>
        <xsl:text>.</xsl:text>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- Witnesses by siglum and title: 'FRUS (Foreign Relations of the United States) and TEL (Telegram)'. -->
  <xsl:template name="witnesses-of" as="node()*">
    <xsl:param name="pointers" as="xs:string*"/>
    <xsl:for-each select="$pointers">
      <xsl:if test="position() gt 1">{if (position() = last()) then ' and ' else ', '}</xsl:if>
      <a href="{if (f:entry(.)) then $register || . else .}">{f:witness(.)}</a>
      <xsl:if test="f:witness-title(.)"> (<cite>{f:witness-title(.)}</cite>)</xsl:if>
    </xsl:for-each>
    <xsl:if test="empty($pointers)">A witness</xsl:if>
  </xsl:template>

  <!-- The numbered sign behind the words; a quiet one where they stand as transcribed. -->
  <xsl:template name="reading-mark" as="node()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="slot" as="xs:string?"/>
    <!-- What the id of the note begins with. -->
    <xsl:param name="before" as="xs:string" select="''"/>
    <xsl:if test="f:uncertain($entry)">
      <span class="doubt"><span aria-hidden="true">?</span><span class="vh"> (uncertain) </span></span>
    </xsl:if>
    <a class="{string-join(('mark', if (f:is-mended($entry)) then () else 'varies', $slot), ' ')}" href="#{$before}note.{f:anchor($entry)}" role="doc-noteref" aria-label="Note {f:label($entry)}">{f:label($entry)}</a>
  </xsl:template>
</xsl:stylesheet>
